/** A text as a form sent it: passwords keep the spaces around them, and what a database could not keep is left out. */

const LONGEST = 500

export function sentText(form: FormData, name: string): string {
  const sent = form.get(name)
  return typeof sent === 'string' ? sent.replaceAll(/\p{Cc}/gu, '').slice(0, LONGEST) : ''
}

/** Six digits are a code of the device, with or without a space between them; anything else can only be a recovery code. */
export function sentCode(form: FormData): { readonly code: string } | { readonly recovery_code: string } {
  const text = sentText(form, 'code').trim()
  const code = text.replaceAll(' ', '')
  return /^\d{6}$/.test(code) ? { code } : { recovery_code: text }
}

/** What a device said, as the script of the page wrote it into its field. */
export function sentPasskey(form: FormData): string {
  const sent = form.get('passkey')
  return typeof sent === 'string' ? sent : ''
}
