/** What every signature asks for, below what is signed: the second factor over its hash, by a code or by the passkey of whoever has one. */
import type { Problem } from '../kernel/problem.ts'
import { Button, Field } from '../pages/form.tsx'
import { PasskeyButton, type PasskeyAsked } from '../pages/passkey-button.tsx'
import { useShell } from '../pages/shell.tsx'
import { passkeyWordsOf } from './passkey-words.ts'

interface SignatureFieldsProps {
  readonly shown_hash: string
  readonly passkey: PasskeyAsked | undefined
  /** Of the code, and the button that signs. */
  readonly words: { readonly code: string; readonly codeHint: string; readonly signIt: string }
  readonly problem: Problem | undefined
}

export function SignatureFields({ shown_hash, passkey, words, problem }: SignatureFieldsProps) {
  const device = passkeyWordsOf(useShell().language)
  return (
    <>
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
      {passkey === undefined ? undefined : <PasskeyButton asked={passkey} label={device.sign} failed={device.failed} />}
    </>
  )
}
