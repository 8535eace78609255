/** What a laboratory certifies, with every part of it. */
import type { CertificateClaims } from './certificate.ts'

interface Whose {
  readonly laboratory: string
  readonly manufacturer: string
  readonly signed_by: readonly [first: string, second: string]
}

export function claimsFor({ laboratory, manufacturer, signed_by }: Whose): CertificateClaims {
  const address = 'https://maqami.example/laboratories/LAB-000001'
  return {
    scheme: {
      id: 'sar',
      url: 'https://maqami.example/schemes/sar',
      name: 'Exposure to radio waves (SAR)',
      topic: 'governance.compliance',
    },
    laboratory: {
      id: laboratory,
      number: 'LAB-000001',
      name: 'Margalla Test House',
      accreditation: {
        body: 'Accreditation Council',
        body_url: 'https://accreditation.example',
        number: 'LAB-17',
        name: 'ISO/IEC 17025:2017',
      },
    },
    manufacturer: { id: manufacturer, number: 'K-2001', name: 'Chenab Devices' },
    product: undefined,
    facility: { id: 'plant-1', name: 'Sitara S1' },
    standard: { url: 'https://www.itu.int/rec/T-REC-K.85', name: 'ITU-T K.85' },
    criteria: [{ url: 'https://www.itu.int/rec/T-REC-K.85#head', name: 'Head, over 10 g' }],
    measured: [{ name: 'SAR, head', value: '1.23', unit: 'W/kg', accuracy: '0.2' }],
    conformance: true,
    assessor_level: '3rdParty',
    assessed_on: '2026-07-30',
    evidence: { url: `${address}/reports/R-000001`, sha256: 'a'.repeat(64) },
    valid_from: '2026-08-03',
    valid_until: '2028-08-02',
    signed_by,
  }
}
