/** A certificate on paper: what it says in both languages, and a code that leads to the page on which anybody verifies it. */
import { readFile } from 'node:fs/promises'
import { encodeQR } from 'qr'
import { dayText } from '../pages/when.ts'
import { certificateWordsOf } from './certificate-words.ts'
import { certificateAddress } from './conformity-credential.ts'
import type { CertificateHeld } from './issue-certificate.ts'
import type { PrintPaper } from './paper-context.ts'
import { measuredIn, payloadOf } from './read-credential.ts'

/** The same bytes for the same certificate: what it is on a day its page says. */
export async function printCertificate(print: PrintPaper, held: CertificateHeld, publicAddress: URL): Promise<Buffer> {
  const template = await readFile(new URL('certificate-paper.typ', import.meta.url), 'utf8')
  const address = certificateAddress(publicAddress, held.number)
  const [en, ur] = [certificateWordsOf('en'), certificateWordsOf('ur')]
  const validity = [held.valid_from, held.valid_until].map((day) => dayText(day, 'en')).join(' – ')
  const measured = held.credential === undefined ? [] : measuredIn(payloadOf(held.credential))
  return await print(template, held.number, {
    en: { title: en.certificate(held.number), says: en.onPaper, verify: en.verifyPaper },
    ur: { title: ur.certificate(held.number), says: ur.onPaper, verify: ur.verifyPaper },
    laboratory: held.laboratory_name,
    address,
    code: encodeQR(address, 'svg', { border: 1 }),
    facts: [
      { en: en.scheme, ur: ur.scheme, value: held.scheme_name, code: false },
      { en: en.about, ur: ur.about, value: held.about, code: false },
      { en: en.maker, ur: ur.maker, value: held.manufacturer_name, code: false },
      {
        en: en.laboratory,
        ur: ur.laboratory,
        value: `${held.laboratory_name}, ${held.laboratory_number}`,
        code: false,
      },
      { en: en.standard, ur: ur.standard, value: held.standard, code: false },
      ...measured.map(({ name, value, unit }) => ({ en: name, ur: '', value: `${value} ${unit}`, code: false })),
      { en: en.validity, ur: ur.validity, value: validity, code: false },
      { en: en.evidence, ur: ur.evidence, value: held.evidence_sha256, code: true },
    ],
  })
}
