/** Asks the reader’s device for a passkey. Nobody sees it whose browser runs no script, or has none: the form does without. */
import type { PageScript } from './page-handle.ts'
import script from './passkey-island.js?url'

/** Of the pages that may ask for one. */
export const PASSKEYS: PageScript = { file: script }

/** What a device is asked, and the field of the form that takes its answer. */
export interface PasskeyAsked {
  readonly kind: 'create' | 'get'
  readonly field: string
  readonly ticket: string
  /** As WebAuthn writes them in JSON. */
  readonly options: Readonly<Record<string, unknown>>
}

interface PasskeyButtonProps {
  readonly asked: PasskeyAsked
  readonly label: string
  /** Said where the device gives nothing. */
  readonly failed: string
}

export function PasskeyButton({ asked, label, failed }: PasskeyButtonProps) {
  return (
    <>
      <div data-passkey={JSON.stringify(asked)} hidden>
        <p>
          <button className="ds-button" data-variant="secondary" type="button">
            {label}
          </button>
        </p>
        <p className="ds-validation-message" role="alert" hidden>
          {failed}
        </p>
      </div>
      <script src={script} defer />
    </>
  )
}
