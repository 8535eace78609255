/** The forms of the page of an attestation: to sign it, to withdraw it, to open what is sealed. */
import { Consequence } from '../pages/consequence.tsx'
import { Button, Field, TextArea, useSentBack } from '../pages/form.tsx'
import { useShell } from '../pages/shell.tsx'
import { SignatureFields } from '../people/signature-fields.tsx'
import type { AttestationShown } from './attestation-body.tsx'
import { attestationWordsOf } from './attestation-words.ts'

export function AttestationActs({ loaded }: { readonly loaded: AttestationShown }) {
  const { status, side, mayWithdraw, mayOpen } = loaded
  return (
    <>
      {side === 'supplier' && status === 'prepared' ? <SignForm loaded={loaded} /> : undefined}
      {mayWithdraw ? <WithdrawForm loaded={loaded} /> : undefined}
      {mayOpen ? <OpenForm loaded={loaded} /> : undefined}
    </>
  )
}

interface ActProps {
  readonly loaded: AttestationShown
}

function SignForm({ loaded: { one, share, shown_hash, passkey } }: ActProps) {
  const { problem } = useSentBack() ?? {}
  const words = attestationWordsOf(useShell().language)
  return (
    <>
      <h2>{words.sign}</h2>
      {shown_hash === undefined ? (
        <p>{words.onlySignatory}</p>
      ) : (
        <form method="post" className="form">
          <p className="prose">{words.signText(one.supplier_name, share)}</p>
          <p>
            <b>{words.signed}</b>
            <br />
            <code dir="ltr">{shown_hash}</code>
            <br />
            <span className="quiet">{words.signedHint}</span>
          </p>
          <input type="hidden" name="act" value="sign" />
          <SignatureFields shown_hash={shown_hash} passkey={passkey} words={words} problem={problem} />
        </form>
      )}
    </>
  )
}

function WithdrawForm({ loaded: { today } }: ActProps) {
  const { problem, typed = {} } = useSentBack() ?? {}
  const words = attestationWordsOf(useShell().language)
  return (
    <>
      <h2>{words.withdraw}</h2>
      <form method="post" className="form">
        <input type="hidden" name="act" value="withdraw" />
        <Field
          name="withdrawn_on"
          type="date"
          label={words.withdrawnOn}
          hint={words.withdrawnOnHint}
          defaultValue={typed['withdrawn_on'] ?? today}
          required
          dir="ltr"
          problem={problem}
        />
        <TextArea
          name="reason"
          label={words.whyWithdrawn}
          hint={words.whyWithdrawnHint}
          defaultValue={typed['reason']}
          problem={problem}
        />
        <Consequence>
          <p>{words.withdrawalHolds}</p>
        </Consequence>
        <Button>{words.withdrawIt}</Button>
      </form>
    </>
  )
}

function OpenForm({ loaded: { one } }: ActProps) {
  const { problem, typed = {} } = useSentBack() ?? {}
  const words = attestationWordsOf(useShell().language)
  return (
    <>
      <h2>{words.open}</h2>
      <form method="post" className="form">
        <input type="hidden" name="act" value="open" />
        <input type="hidden" name="evidence_hash" value={one.evidence_hash} />
        <TextArea name="reason" label={words.whyOpened} defaultValue={typed['reason']} problem={problem} />
        <Consequence>
          <p>{words.openText}</p>
        </Consequence>
        <Button>{words.openIt}</Button>
      </form>
    </>
  )
}
