/** What a browser says of itself, in a few words that its owner knows again. */
import { parse } from 'bowser'

/** `Firefox, Windows`; the text itself where nothing in it is known. */
export function deviceText(agent: string): string {
  if (agent === '') return ''
  const { browser, os } = parse(agent)
  const known = [browser.name, os.name].filter((one) => one !== undefined && one !== '')
  return known.length === 0 ? agent : known.join(', ')
}

/** Of sessions and sign-ins, as a page shows them. */
export function withDevices<Row extends { readonly agent: string }>(rows: readonly Row[]): readonly Row[] {
  return rows.map((row) => ({ ...row, agent: deviceText(row.agent) }))
}
