/** The forms of an order: what is ordered, and the signature over what follows from it. */
import { ChoiceField } from '../pages/choice-field.tsx'
import { Consequence } from '../pages/consequence.tsx'
import { Button, Field, Select, TextArea, useSentBack } from '../pages/form.tsx'
import { useShell } from '../pages/shell.tsx'
import { dayText } from '../pages/when.ts'
import { SignatureFields } from '../people/signature-fields.tsx'
import { amountOf, type DeterminedFinding } from '../determinations/determination.ts'
import { APPEAL_OUTCOMES } from './appeal.ts'
import { appealWordsOf } from './appeal-words.ts'
import type { OrderShown } from './decide-appeal.ts'
import type { showOrder } from './show-appeals.ts'

type Loaded = Awaited<ReturnType<typeof showOrder>>

export function SignOrderForm({ order, loaded }: { readonly order: OrderShown; readonly loaded: Loaded }) {
  const { language } = useShell()
  const words = appealWordsOf(language)
  const sent = useSentBack()
  const { outcome, reasons, findings, reversed, licences, shown_hash } = order
  return (
    <form className="act" method="post">
      <h2>{words.wouldFollow}</h2>
      <input type="hidden" name="act" value="sign" />
      <p>
        <b>{words.outcomeIs(words.outcomes[outcome])}</b>
      </p>
      {findings === null ? undefined : (
        <ul>
          {findings.map((one) => (
            <li key={one.finding}>
              <LabelOf finding={one} /> <bdi dir="ltr">{amountOf(one) === undefined ? '' : one.value}</bdi>{' '}
              {one.from === null ? '' : dayText(one.from, language)}
            </li>
          ))}
        </ul>
      )}
      <p className="passage" dir="auto">
        {reasons}
      </p>
      <Consequence>
        <p>{words.reversed(reversed.length)}</p>
        <p>{words.licences(licences.join(', '))}</p>
        <p>{words.notUndone}</p>
      </Consequence>
      <p>
        <b>{words.signed}</b>
        <br />
        <code dir="ltr">{shown_hash}</code>
      </p>
      <SignatureFields
        shown_hash={shown_hash}
        passkey={loaded.passkey}
        words={{ code: words.code, codeHint: words.codeHint, signIt: words.signOrder }}
        problem={sent?.typed['act'] === 'sign' ? sent.problem : undefined}
      />
    </form>
  )
}

function LabelOf({ finding: { finding, label } }: { readonly finding: Pick<DeterminedFinding, 'finding' | 'label'> }) {
  const { language } = useShell()
  return <bdi>{label?.[language] ?? label?.['en'] ?? finding}</bdi>
}

export function OrderForm({ loaded: { order, findings } }: { readonly loaded: Loaded }) {
  const words = appealWordsOf(useShell().language)
  const sent = useSentBack()
  const own = sent?.typed['act'] === 'sign' ? undefined : sent
  const problem = own?.problem
  const typed = own?.typed ?? {}
  const open = findings.filter(({ kind }) => kind !== 'entitlement' && kind !== 'measure')
  return (
    <form className="act" method="post">
      <h2>{words.toOrder}</h2>
      <ChoiceField
        name="outcome"
        label={words.outcome}
        problem={problem}
        defaultValue={typed['outcome'] ?? order?.outcome}
        choices={APPEAL_OUTCOMES.filter((one) => one !== 'varied' || open.length > 0).map((value) => ({
          value,
          label: words.outcomes[value],
          hint: words.outcomeHints[value],
        }))}
      />
      <TextArea
        name="reasons"
        label={words.reasons}
        hint={words.reasonsHint}
        defaultValue={typed['reasons'] ?? order?.reasons}
        problem={problem}
      />
      {open.length === 0 ? undefined : (
        <details open={(typed['outcome'] ?? order?.outcome) === 'varied'}>
          <summary>{words.vary}</summary>
          {open.map((one) => (
            <ChangeFields key={one.finding} one={one} />
          ))}
        </details>
      )}
      <Consequence>
        <p>{words.lookText}</p>
      </Consequence>
      <Button>{words.look}</Button>
    </form>
  )
}

function ChangeFields({ one }: { readonly one: DeterminedFinding }) {
  const { language } = useShell()
  const words = appealWordsOf(language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const { finding, kind, value, from } = one
  const name = (part: 'dropped' | 'value' | 'from'): string => `${part}_${finding}`
  return (
    <fieldset>
      <legend className="ds-label">
        <LabelOf finding={one} />
      </legend>
      <Select
        name={name('dropped')}
        label={words.decision}
        problem={problem}
        defaultValue={typed[name('dropped')]}
        choices={[
          { value: '', label: words.stands },
          { value: 'yes', label: words.dropped },
        ]}
      />
      {kind === 'requirement' || amountOf(one) === undefined ? undefined : (
        <Field
          name={name('value')}
          label={words.amount}
          hint={words.amountHint(value)}
          dir="ltr"
          defaultValue={typed[name('value')]}
          problem={problem}
        />
      )}
      {kind !== 'sanction' || from === null ? undefined : (
        <Field
          name={name('from')}
          label={words.from}
          hint={words.fromHint(dayText(from, language))}
          dir="ltr"
          defaultValue={typed[name('from')]}
          problem={problem}
        />
      )}
    </fieldset>
  )
}
