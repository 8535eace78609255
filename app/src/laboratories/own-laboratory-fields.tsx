/** The fields in which a laboratory says one thing of itself. */
import { Field, Select, useSentBack } from '../pages/form.tsx'
import { useShell } from '../pages/shell.tsx'
import type { OwnPart } from './laboratory.ts'
import { laboratoryWordsOf } from './laboratory-words.ts'
import type { OwnShown } from './say-of-own.ts'

interface OwnFieldsProps {
  readonly what: OwnPart
  readonly colleagues: OwnShown['colleagues']
}

export function OwnFields({ what, colleagues }: OwnFieldsProps) {
  const words = laboratoryWordsOf(useShell().language)
  const { ours } = words
  const { problem, typed = {} } = useSentBack() ?? {}
  const of = (name: string) => ({ name, defaultValue: typed[name], problem })
  const day = (name: string, label: string, hint = words.dayHint) => (
    <Field {...of(name)} label={label} hint={hint} inputMode="numeric" dir="ltr" />
  )
  if (what === 'capacity')
    return <Field {...of('samples_a_week')} label={words.capacity} inputMode="numeric" dir="ltr" />
  if (what === 'staff')
    return (
      <>
        <Select {...of('person_id')} label={ours.person} choices={[{ value: '', label: ours.choose }, ...colleagues]} />
        {day('may_sign_from', ours.signFrom)}
        {day('may_sign_until', ours.signUntil, ours.signUntilHint)}
      </>
    )
  if (what === 'price')
    return (
      <>
        <Field {...of('standard')} label={words.standard} dir="auto" />
        <Field {...of('method')} label={words.method} dir="auto" />
        <Field {...of('amount')} label={words.price} hint={ours.priceHint} inputMode="decimal" dir="ltr" />
        <Field {...of('currency')} label={ours.currency} hint={ours.currencyHint} dir="ltr" />
        <Field {...of('days')} label={words.days} hint={ours.daysHint} inputMode="numeric" dir="ltr" />
      </>
    )
  return (
    <>
      <Field {...of('name')} label={words.instrument} dir="auto" />
      <Field {...of('serial')} label={words.serial} dir="ltr" />
      <Field {...of('method')} label={words.method} dir="auto" />
      {day('calibrated_on', words.calibrated)}
      {day('calibration_due_on', words.due)}
      {day('retired_on', ours.retired, ours.retiredHint)}
    </>
  )
}
