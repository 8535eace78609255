import { displayCount } from '@maqami/engine/explain/display.ts'
import { LicenceTag } from '../licences/licence-tag.tsx'
import { licenceWordsOf } from '../licences/licence-words.ts'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { FactList } from '../pages/fact-list.tsx'
import { useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { dayText } from '../pages/when.ts'
import { licensedWordsOf } from './licensed-words.ts'
import { ModelTag } from './model-tag.tsx'
import type { LicensedModel, LicensedModels } from './read-licensed-models.ts'

export function LicensedAnswer({ answer }: { readonly answer: LicensedModels }) {
  const { language } = useShell()
  const words = licensedWordsOf(language)
  const { licence, kind, day, status, models } = answer
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">
        <bdi>{licence}</bdi>
      </h2>
      <FactList
        className="identity"
        facts={[
          { name: words.kind, value: licenceWordsOf(language).kinds[kind] },
          { name: words.day, value: dayText(day, language) },
          { name: words.state, value: <LicenceTag status={status} /> },
        ]}
      />
      {kind === 'manufacturing_authorisation' ? <Models models={models} /> : <p>{words.notOfMaking}</p>}
    </section>
  )
}

function Models({ models }: Pick<LicensedModels, 'models'>) {
  const { language } = useShell()
  const words = licensedWordsOf(language)
  const validity = ({ effective_on, valid_until }: LicensedModel) => {
    const from = dayText(effective_on, language)
    return valid_until === null ? words.since(from) : words.fromTo(from, dayText(valid_until, language))
  }
  return (
    <>
      <h2 id="models">{words.models}</h2>
      {models.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <DataTable
          titledBy="models"
          rows={models}
          columns={[
            { title: words.model, of: ({ name }) => <bdi>{name}</bdi> },
            { title: words.brand, of: ({ brand }) => <bdi>{brand}</bdi> },
            { title: words.approval, of: ({ number }) => <bdi>{number}</bdi>, isWhole: true },
            { title: words.issuedBy, of: ({ authority }) => <bdi>{authority}</bdi> },
            { title: words.validity, of: validity },
            { title: words.approvalState, of: ({ status }) => <ModelTag status={status} /> },
            {
              title: words.made,
              of: ({ may_be_made }) => (
                <StateTag look={may_be_made ? 'good' : 'bad'}>{may_be_made ? words.yes : words.no}</StateTag>
              ),
            },
            { title: words.codes, of: ({ codes }) => displayCount(codes, language), isAmount: true },
          ]}
        />
      )}
    </>
  )
}
