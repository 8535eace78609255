/** A month as weeks; on a narrow screen, the days of it on which something is due. */
import { dayText } from '../pages/when.ts'
import { useShell } from '../pages/shell.tsx'
import { deadlineWordsOf } from './deadline-words.ts'
import { ObligationTag } from './obligation-tag.tsx'
import type { CellShown, MonthShown } from './show-calendar.ts'

export function MonthTable({ month, address }: { readonly month: MonthShown; readonly address: string }) {
  const { language } = useShell()
  const words = deadlineWordsOf(language)
  const isEmpty = month.weeks.every((week) => week.every((cell) => cell === null || cell.items.length === 0))
  return (
    <>
      <h2 id="month">
        {words.months[month.month - 1]} <bdi>{month.year}</bdi>
      </h2>
      <p className="pages">
        <a href={`${address}&month=${month.before}`}>{words.before}</a>
        <a href={`${address}&month=${month.after}`}>{words.after}</a>
      </p>
      {isEmpty ? <p className="quiet">{words.noneInMonth}</p> : undefined}
      <table className="month" aria-labelledby="month">
        <thead>
          <tr>
            {words.weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {month.weeks.map((week, nth) => (
            <tr key={nth}>
              {week.map((cell, at) =>
                cell === null ? <td key={at} className="beside" /> : <Cell key={at} {...cell} />,
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Cell({ day, isToday, items }: CellShown) {
  const { language } = useShell()
  const words = deadlineWordsOf(language)
  return (
    <td className={items.length === 0 ? 'free' : undefined} aria-current={isToday ? 'date' : undefined}>
      <span className="nth" aria-hidden="true">
        {Number(day.slice(8))}
      </span>
      <span className="whole">{dayText(day, language)}</span>
      {items.length === 0 ? undefined : (
        <ul>
          {items.map(({ key, kind, about, title, href, state, firm }) => (
            <li key={key}>
              <a href={href}>{words.kinds[kind](about, title?.[language])}</a> <bdi className="quiet">{firm}</bdi>{' '}
              <ObligationTag state={state} />
            </li>
          ))}
        </ul>
      )}
    </td>
  )
}
