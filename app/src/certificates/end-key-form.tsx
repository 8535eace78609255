/** The form by which a signatory of a laboratory ends one of its keys. */
import { Consequence } from '../pages/consequence.tsx'
import { Select, TextArea, useSentBack } from '../pages/form.tsx'
import type { PasskeyAsked } from '../pages/passkey-button.tsx'
import { useShell } from '../pages/shell.tsx'
import { SignatureFields } from '../people/signature-fields.tsx'
import { certificateWordsOf } from './certificate-words.ts'
import { KEY_ENDS } from './issuer-key.ts'

interface EndProps {
  readonly keys: readonly string[]
  readonly shown_hash: string
  readonly passkey: PasskeyAsked | undefined
}

export function EndKeyForm({ keys, shown_hash, passkey }: EndProps) {
  const { problem, typed = {} } = useSentBack() ?? {}
  const words = certificateWordsOf(useShell().language)
  return (
    <>
      <h2>{words.endKey}</h2>
      <form method="post" className="form">
        <Select
          name="key"
          label={words.key}
          choices={keys.toReversed().map((name) => ({ value: name, label: name }))}
          defaultValue={typed['key']}
          problem={problem}
        />
        <Select
          name="kind"
          label={words.kind}
          choices={KEY_ENDS.map((kind) => ({ value: kind, label: words.endKinds[kind] }))}
          defaultValue={typed['kind']}
          problem={problem}
        />
        <TextArea name="reasons" label={words.reasons} defaultValue={typed['reasons']} problem={problem} />
        <Consequence>
          <p>{words.endConsequence}</p>
        </Consequence>
        <p>
          <b>{words.signed}</b>
          <br />
          <code dir="ltr">{shown_hash}</code>
        </p>
        <SignatureFields
          shown_hash={shown_hash}
          passkey={passkey}
          words={{ ...words, signIt: words.endIt }}
          problem={problem}
        />
      </form>
    </>
  )
}
