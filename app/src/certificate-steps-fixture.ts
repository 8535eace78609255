/** What the examples of the interface ask about the certificate that the second signature of the tests issued, the last of ten events. */
import type { Step } from './api-steps-fixture.ts'

const NUMBER = '{certified.events.9.certificate}'

export const CERTIFICATE_STEPS: readonly Step[] = [
  { role: 'customs_officer', asks: `GET /api/certificates/${NUMBER}`, as: 'certificate' },
  {
    role: 'laboratory_signatory',
    asks: `POST /api/certificates/${NUMBER}/orders`,
    body: {
      kind: 'suspend',
      effective_on: '2027-07-10',
      reasons: 'The thermocouple is being calibrated again.',
      shown_hash: '{certificate.shown_hash}',
      second_factor: '123456',
    },
  },
  { role: 'customs_officer', asks: 'GET /api/certificates?laboratory={laboratory.number}' },
]
