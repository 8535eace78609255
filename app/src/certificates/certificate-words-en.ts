/** The pages of certificates in English. */
import type { CertificateOrderKind, CertificateStatus } from './certificate.ts'
import type { Doubt } from './judge-credential.ts'

/** What is doubted, in a sentence of its own. */
const DOUBTS: Readonly<Record<Doubt['code'], string>> = {
  unreadable: 'What the register holds cannot be read as a certificate. Do not rely on it; tell the authority.',
  unsigned: 'What the register holds is not signed. Do not rely on it; tell the authority.',
  algorithm: 'It is signed in a way that proves nothing. Do not rely on it; tell the authority.',
  flawed: 'It does not say what a certificate must. Do not rely on it; tell the authority.',
  unknown_issuer: 'The laboratory has published no keys, so that nothing shows who signed it.',
  unknown_key: 'The key that signed it is not among those that the laboratory publishes.',
  key_revoked: 'The key that signed it was revoked. Ask the laboratory for the certificate signed anew.',
  key_expired: 'The key that signed it had been given up before it was issued.',
  wrong_signature: 'The signature does not fit: what stands here was altered after it was signed.',
  not_yet_valid: 'It is not valid yet: its first day is still to come.',
  expired: 'Its last day is over. Ask for a new certificate.',
  suspended: 'It is suspended: do not rely on it until it is restored.',
  withdrawn: 'It was withdrawn, for good. Do not rely on it.',
  status_missing: 'Whether it was suspended or withdrawn cannot be told: its status list is not there.',
  status_outdated: 'Whether it was suspended or withdrawn cannot be told: its status list is too old.',
  status_unreadable: 'Whether it was suspended or withdrawn cannot be told: its status list cannot be read.',
}

const STATES: Readonly<Record<CertificateStatus, string>> = {
  not_yet_valid: 'Not yet valid',
  valid: 'Valid',
  suspended: 'Suspended',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
}

const ORDERED: Readonly<Record<CertificateOrderKind, string>> = {
  suspend: 'Suspended',
  restore: 'Restored',
  withdraw: 'Withdrawn',
}

export const EN = {
  title: 'Certificates',
  intro: 'Every certificate that a laboratory issued here. Compare the number on a paper with this register.',
  none: 'Certificates will stand here once laboratories issue them.',
  noneFound: (words: string) => `No certificate says '${words}'.`,
  search: 'Number, maker, product, scheme or laboratory',
  searchIt: 'Search',
  certificate: (number: string) => `Certificate ${number}`,
  number: 'Number',
  state: 'State today',
  states: STATES,
  goodTag: 'Good',
  notGoodTag: 'Not to be relied on',
  good: (from: string, until: string) =>
    `The signature of the laboratory holds, and the certificate is valid from ${from} until ${until}.`,
  recordedGood: (from: string, until: string) =>
    `It is recorded here from abroad and checked by two officers, and holds from ${from} until ${until}.`,
  doubts: DOUBTS,
  scheme: 'Scheme',
  about: 'Product or plant',
  maker: 'Maker',
  laboratory: 'Laboratory',
  standard: 'Standard',
  validity: 'Valid',
  fromUntil: (from: string, until: string) => `${from} to ${until}`,
  from: 'Valid from',
  until: 'Valid until',
  origin: 'Came by',
  origins: { issued: 'Issued here', recorded: 'Recorded from abroad' },
  evidence: 'SHA-256 of the report',
  measured: 'What was measured',
  metric: 'Quantity',
  value: 'Value',
  unit: 'Unit',
  history: 'What was ordered',
  ordered: ORDERED,
  orderedBy: { laboratory: 'by the laboratory', authority: 'by the authority' },
  reasonsOf: 'Reasons:',
  paper: 'The certificate on paper (PDF, English and Urdu)',
  onPaper: 'This paper says what the certificate says. Whether it is good on a day, the register tells.',
  verifyPaper:
    'Scan the code, or type the address below, and read whether the certificate is good today. No account is needed.',
  offline: 'Verify it yourself, without asking us again',
  offlineWhat:
    'Keep the certificate, the keys of its issuer and the two status lists. The lists hold for a day; after that fetch them again.',
  files: {
    credential: 'The certificate as it was signed (JWT)',
    keys: 'The keys of the issuer (DID document)',
    suspension: 'Status list of suspended certificates',
    revocation: 'Status list of withdrawn certificates',
  },
  order: 'Suspend, restore or withdraw',
  kind: 'What is ordered',
  kinds: { suspend: 'Suspend', restore: 'Restore', withdraw: 'Withdraw for good' },
  effectiveOn: 'From which day',
  reasons: 'Reasons',
  reasonsHint: 'Anybody who looks at the certificate reads them.',
  consequence:
    'From that day on whoever verifies the certificate is told so, and what it was needed for fails. A withdrawal cannot be undone.',
  signed: 'You sign what stands here, by its hash',
  code: 'Code of your authenticator',
  codeHint: 'Six digits.',
  orderIt: 'Order it',
  keys: 'Keys of the laboratory',
  keysIntro:
    'With the newest key that has not ended the laboratory signs its certificates and its status lists. It is made with the first certificate, and kept under the secret of this service.',
  noKeys: 'The first key is made when the laboratory issues its first certificate.',
  key: 'Key',
  keyState: 'State',
  keyStates: { current: 'Signs', given_up: 'Given up', revoked: 'Revoked' },
  made: 'Made',
  endKey: 'Change the key',
  endKinds: {
    given_up: 'Give it up for another: what it signed holds',
    revoked: 'Revoke it: somebody else may have had it',
  },
  endConsequence:
    'A new key is made. After a revocation nothing that the old one signed proves anything: every certificate is signed anew at once, and whoever holds one fetches it again.',
  endIt: 'Change the key',
  done: {
    ended: 'The key is changed, and the DID document says so.',
    ordered: 'It is ordered, and the status lists say so from now on.',
  },
}
