/** The last step of a return: what is signed, in words and by its hash, and the second factor. */
import type { SentBack } from '../../pages/form.tsx'
import type { PasskeyAsked } from '../../pages/passkey-button.tsx'
import { useShell } from '../../pages/shell.tsx'
import { dayText } from '../../pages/when.ts'
import { SignatureFields } from '../../people/signature-fields.tsx'
import { versionWordsOf } from './version-words.ts'

/** What stands between this version and its filing. */
export type Signing =
  | { readonly kind: 'ready'; readonly shown_hash: string; readonly passkey: PasskeyAsked | undefined }
  | { readonly kind: 'not_signatory' }
  | { readonly kind: 'period_not_over'; readonly last: string }
  | { readonly kind: 'later'; readonly last: string }
  /** The period is locked, and why. */
  | { readonly kind: 'locked'; readonly sentence: string }

interface SignFormProps {
  readonly signing: Signing
  /** The declaration in words. */
  readonly text: string
  readonly sent: SentBack | undefined
}

export function SignForm({ signing, text, sent }: SignFormProps) {
  const { language } = useShell()
  const words = versionWordsOf(language)
  return (
    <section aria-labelledby="sign">
      <h2 id="sign">{words.sign}</h2>
      {signing.kind === 'ready' ? (
        <form method="post" className="form">
          <p className="prose">{text}</p>
          <p>
            <b>{words.signed}</b>
            <br />
            <code dir="ltr">{signing.shown_hash}</code>
            <br />
            <span className="quiet">{words.signedHint}</span>
          </p>
          <SignatureFields
            shown_hash={signing.shown_hash}
            passkey={signing.passkey}
            words={words}
            problem={sent?.problem}
          />
        </form>
      ) : (
        <p>{sentenceOf(signing)}</p>
      )}
    </section>
  )

  function sentenceOf(waiting: Exclude<Signing, { readonly kind: 'ready' }>) {
    switch (waiting.kind) {
      case 'not_signatory':
        return words.onlySignatory
      case 'period_not_over':
        return words.periodNotOver(dayText(waiting.last, language))
      case 'locked':
        return waiting.sentence
      case 'later':
        return (
          <>
            {words.later} <a href={waiting.last}>{words.toLater}</a>
          </>
        )
    }
  }
}
