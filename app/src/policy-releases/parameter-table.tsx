/** The numbers of one name: what holds from which day on, and for what. */
import { useShell } from '../pages/shell.tsx'
import type { ParameterView } from './programme-view.ts'
import { programmeWordsOf } from './programme-words.ts'

export function ParameterTable({ parameter }: { readonly parameter: ParameterView }) {
  const words = programmeWordsOf(useShell().language)
  const { title, rows, isKeyed, known, standing, source, reading } = parameter
  return (
    <article className="parameter" id={parameter.name}>
      <div className="scroll">
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.from}</th>
              {isKeyed ? <th scope="col">{words.appliesTo}</th> : undefined}
              <th scope="col" className="amount">
                {words.value}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.from} ${row.keys.join(' ')}`}>
                <td>{row.from}</td>
                {isKeyed ? <td>{row.keys.join(', ')}</td> : undefined}
                <td className="amount">
                  {row.value}
                  {row.standing === undefined ? undefined : <small className="origin">{row.standing}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {reading === undefined ? undefined : <p className="reading">{reading}</p>}
      <p className="grounds">
        {standing} · {known}
        {source === undefined ? undefined : (
          <>
            {' · '}
            <a href={source.url} rel="noopener noreferrer">
              <bdi>{source.title}</bdi>
            </a>
          </>
        )}
      </p>
    </article>
  )
}
