/** The form in which an officer records an agreement, as its contract says. */
import { ChoiceField } from '../../pages/choice-field.tsx'
import { Consequence } from '../../pages/consequence.tsx'
import { Button, Field, Select, TextArea, useSentBack } from '../../pages/form.tsx'
import { useShell } from '../../pages/shell.tsx'
import { agreementWordsOf } from './agreement-words.ts'
import type { AgreementFormShown } from './show-agreements.ts'

export function AgreementForm({ action, owners, programmes }: AgreementFormShown & { readonly action: string }) {
  const words = agreementWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const of = (name: string) => ({ name, defaultValue: typed[name], problem })
  return (
    <form className="act" method="post" action={action}>
      <Field {...of('brand')} label={words.brand} dir="auto" />
      <TextArea {...of('models')} label={words.models} hint={words.modelsHint} isOptional />
      <Select
        {...of('owner_id')}
        label={words.ownerId}
        hint={words.ownerIdHint}
        choices={[{ value: '', label: words.notRegistered }, ...owners]}
      />
      <Field {...of('owner_name')} label={words.ownerName} dir="auto" />
      <Select
        {...of('programme')}
        label={words.programme}
        choices={[{ value: '', label: words.choose }, ...programmes]}
      />
      <ChoiceField
        {...of('bound')}
        label={words.bound}
        choices={(['maker', 'owner'] as const).map((value) => ({ value, ...words.boundChoices[value] }))}
      />
      <Field {...of('contract')} label={words.contract} hint={words.contractHint} dir="auto" />
      <Field {...of('from_on')} label={words.from} hint={words.dayHint} inputMode="numeric" dir="ltr" />
      <Field {...of('until_on')} label={words.until} hint={words.untilHint} inputMode="numeric" dir="ltr" />
      <Consequence>
        <p>{words.consequence}</p>
      </Consequence>
      <Button>{words.save}</Button>
    </form>
  )
}
