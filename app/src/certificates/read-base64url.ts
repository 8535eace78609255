/** Bytes as JOSE writes them; undefined for what could be written otherwise, so that nobody changes a letter unseen. */
export function strictBase64url(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : undefined
}
