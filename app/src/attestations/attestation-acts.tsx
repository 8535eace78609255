/** The forms of the page of an attestation: to sign it, to withdraw it, to open what is sealed. */
import { Consequence } from '../pages/consequence.tsx'
import { Button, Field, TextArea, useSentBack } from '../pages/form.tsx'
import { PasskeyButton } from '../pages/passkey-button.tsx'
import { useShell } from '../pages/shell.tsx'
import { passkeyWordsOf } from '../people/passkey-words.ts'
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

function SignForm({ loaded: { one, share, shown_hash, maySign, passkey } }: ActProps) {
  const { problem } = useSentBack() ?? {}
  const { language } = useShell()
  const words = attestationWordsOf(language)
  const device = passkeyWordsOf(language)
  return (
    <>
      <h2>{words.sign}</h2>
      {maySign ? (
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
          <input type="hidden" name="shown_hash" value={shown_hash} />
          <Field
            name="second_factor"
            label={words.code}
            hint={words.codeHint}
            required
            inputMode="numeric"
            autoComplete="one-time-code"
            dir="ltr"
            problem={problem}
          />
          <Button>{words.signIt}</Button>
          {passkey === undefined ? undefined : (
            <PasskeyButton asked={passkey} label={device.sign} failed={device.failed} />
          )}
        </form>
      ) : (
        <p>{words.onlySignatory}</p>
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
