/**
 * The one script there is. It shows the buttons for passkeys where the browser has any, asks the device, and sends the form with what the device
 * says. Without it a code does the same.
 */

/**
 * @typedef {{ kind: 'get', field: string, ticket: string, options: PublicKeyCredentialRequestOptionsJSON }} ToGet
 * @typedef {{ kind: 'create', field: string, ticket: string, options: PublicKeyCredentialCreationOptionsJSON }} ToCreate
 */

/** @param {ToGet | ToCreate} asked */
async function credentialFor(asked) {
  const credential =
    asked.kind === 'create'
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked.options),
        })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked.options) })
  return /** @type {PublicKeyCredential} */ (credential)
}

/** @type {NodeListOf<HTMLElement>} */
const boxes = document.querySelectorAll('[data-passkey]')
// Older browsers have passkeys without these, and do with codes.
for (const box of 'parseRequestOptionsFromJSON' in (globalThis.PublicKeyCredential ?? {}) ? boxes : []) {
  const asked = /** @type {ToGet | ToCreate} */ (JSON.parse(box.dataset['passkey'] ?? ''))
  const form = /** @type {HTMLFormElement} */ (box.closest('form'))
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem(asked.field))
  const failed = /** @type {HTMLElement} */ (box.querySelector('[role="alert"]'))
  box.hidden = false
  box.querySelector('button')?.addEventListener('click', async () => {
    failed.hidden = true
    // A new one is not made before it is known that it can be kept.
    if (asked.kind === 'create' && !form.reportValidity()) return
    try {
      const credential = await credentialFor(asked)
      field.value = JSON.stringify({ ticket: asked.ticket, response: credential.toJSON() })
      form.submit()
    } catch {
      failed.hidden = false
    }
  })
}
