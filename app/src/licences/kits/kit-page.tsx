/** What the law says of a kit, and the other declarations of it. */
import { displayCount } from '@maqami/engine/explain/display.ts'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { DataTable } from '../../pages/data-table.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { idAsked, pageCall, settled } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { type Look, StateTag } from '../../pages/state-tag.tsx'
import { dayText } from '../../pages/when.ts'
import { readKit } from './check-kit.ts'
import type { KitFinding } from './kit.ts'
import { kitWordsOf } from './kit-words.ts'

export const handle = { see: 'see_kit' } satisfies PageHandle

const LOOKS: Readonly<Record<KitFinding, Look>> = {
  met: 'good',
  not_met: 'bad',
  not_asked: 'quiet',
  undetermined: 'open',
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { actor } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  return settled(context, await readKit(database, actor, idAsked(context, params['id'])))
}

export default function KitPage() {
  const kit = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = kitWordsOf(language)
  const count = (number: number) => displayCount(number, language)
  const forms: Readonly<Record<string, string>> = words.forms
  return (
    <Page title={words.kitCalled(kit.kit)} rehearsal={kit.rehearsal ? words.rehearsal : undefined}>
      <ObjectHeader
        title={words.kitCalled(kit.kit)}
        within={{ href: '/gate/kits', title: words.title }}
        facts={[
          { name: words.finding, value: <FindingTag finding={kit.finding} /> },
          { name: words.entry, value: <bdi>{kit.entry}</bdi> },
          { name: words.licence, value: <bdi>{kit.licence}</bdi> },
          { name: words.category, value: <bdi>{kit.category}</bdi> },
          { name: words.form, value: forms[kit.kit_form] ?? kit.kit_form },
          { name: words.parts, value: count(kit.parts) },
          { name: words.declaredOn, value: dayText(kit.declared_on, language) },
        ]}
      />
      <p className="lead">{words.said[kit.finding](count(kit.parts), count(kit.least ?? 0))}</p>
      {kit.flagged ? (
        <p>
          <StateTag look="open">{words.flagged}</StateTag> {words.flaggedHint}
        </p>
      ) : undefined}
      <h2 id="others">{words.others}</h2>
      <p className="quiet">
        {kit.window_days === null ? words.noWindow : words.window(count(kit.window_days))}{' '}
        {kit.window_is_assumed ? words.assumed : undefined}
      </p>
      {kit.others.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataTable
          titledBy="others"
          rows={kit.others}
          columns={[
            { title: words.entry, of: ({ entry }) => <bdi>{entry}</bdi> },
            { title: words.declaredOn, isWhole: true, of: ({ declared_on }) => dayText(declared_on, language) },
            { title: words.parts, isAmount: true, of: ({ parts }) => count(parts) },
            { title: words.finding, of: ({ finding }) => <FindingTag finding={finding} /> },
          ]}
        />
      )}
    </Page>
  )
}

function FindingTag({ finding }: { readonly finding: KitFinding }) {
  const words = kitWordsOf(useShell().language)
  return <StateTag look={LOOKS[finding]}>{words.findings[finding]}</StateTag>
}
