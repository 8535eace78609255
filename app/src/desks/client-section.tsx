/** A client of an accountant: what he may do, until when, and what is due. */
import { deadlineWordsOf } from '../deadlines/deadline-words.ts'
import { ObligationTag } from '../deadlines/obligation-tag.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { RowForm } from '../pages/row-form.tsx'
import { useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { dayText } from '../pages/when.ts'
import { delegationWordsOf } from '../people/delegation-words.ts'
import { clientsWordsOf } from './clients-words.ts'
import type { ClientShown } from './show-clients.ts'

export function ClientSection({ client }: { readonly client: ClientShown }) {
  const { language } = useShell()
  const words = clientsWordsOf(language)
  const { powers } = delegationWordsOf(language)
  const { id, organization_id, organization_name, expires_on, is_acting, items } = client
  return (
    <section>
      <h2 id={id}>
        <bdi>{organization_name}</bdi>
      </h2>
      <p>
        {client.powers.map((one) => powers[one]).join(language === 'ur' ? '، ' : ', ')}
        <br />
        <span className="quiet">{words.until(dayText(expires_on, language))}</span>
      </p>
      {items.length === 0 ? <p className="quiet">{words.nothingDue}</p> : <Due titledBy={id} items={items} />}
      {is_acting ? (
        <p>
          <StateTag look="good">{words.acting}</StateTag>
        </p>
      ) : (
        <div className="another-way">
          <RowForm act="act_for" row={['organization', organization_id]} label={words.act} />
        </div>
      )}
    </section>
  )
}

function Due({ titledBy, items }: { readonly titledBy: string; readonly items: ClientShown['items'] }) {
  const { language } = useShell()
  const words = deadlineWordsOf(language)
  return (
    <DataTable
      titledBy={titledBy}
      rows={items}
      columns={[
        { title: words.day, isWhole: true, of: ({ due_on }) => dayText(due_on, language) },
        { title: words.left, isWhole: true, of: ({ days_left }) => words.daysLeft(days_left) },
        { title: words.what, of: ({ kind, about, title }) => words.kinds[kind](about, title?.[language]) },
        { title: words.programme, of: ({ law }) => law },
        { title: words.state, of: ({ state }) => <ObligationTag state={state} /> },
      ]}
    />
  )
}
