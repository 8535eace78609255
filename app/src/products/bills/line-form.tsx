/** The form of a line of a bill of materials. */
import type { Problem } from '../../kernel/problem.ts'
import { Button, Field, Select, TextArea, type Typed } from '../../pages/form.tsx'
import { useShell } from '../../pages/shell.tsx'
import { BOOKS } from './bill.ts'
import { billWordsOf } from './bill-words.ts'

interface LineFormProps {
  readonly action: string
  /** Of the draft, as it was seen. */
  readonly version: number
  readonly typed: Typed
  readonly problem: Problem | undefined
  readonly label: string
}

export function LineForm({ action, version, typed, problem, label }: LineFormProps) {
  const words = billWordsOf(useShell().language)
  const field = (name: string) => ({ name, defaultValue: typed[name], problem })
  return (
    <form method="post" className="form" action={action}>
      <input type="hidden" name="act" value="line" />
      <input type="hidden" name="version" value={version} />
      <Field {...field('position')} label={words.position} hint={words.positionHint} dir="ltr" required />
      <Field {...field('part')} label={words.part} dir="auto" required />
      <Field {...field('part_code')} label={words.partCode} hint={words.partCodeHint} dir="ltr" />
      <Field {...field('component_class')} label={words.componentClass} hint={words.classHint} dir="ltr" />
      <Field {...field('hs_code')} label={words.hsCode} hint={words.hsHint} dir="ltr" />
      <Select
        {...field('book')}
        label={words.book}
        choices={[
          { value: '', label: words.notKnown },
          ...BOOKS.map((value) => ({ value, label: words.books[value] })),
        ]}
      />
      <Field {...field('quantity')} label={words.quantity} inputMode="decimal" dir="ltr" />
      <Field {...field('unit_value')} label={words.value} hint={words.valueHint} dir="ltr" />
      <Field {...field('supplier')} label={words.supplier} dir="auto" />
      <Field {...field('part_version')} label={words.partVersion} dir="ltr" />
      <Field {...field('part_of')} label={words.partOf} hint={words.partOfHint} dir="ltr" />
      <TextArea {...field('substitutes')} label={words.substitutes} hint={words.substitutesHint} isOptional />
      <Button>{label}</Button>
    </form>
  )
}
