/** What the invented manufacturer reports beside its production: people, payments and certificates. */
import type { FilledLine } from '../../app/src/returns/write/fill-template.ts'
import type { Random } from './random.ts'

const OCCUPATIONS = [
  { occupation: '8212', headcount: 640, women: 290, wage: 46_000 },
  { occupation: '3114', headcount: 85, women: 22, wage: 78_000 },
  { occupation: '2152', headcount: 34, women: 9, wage: 165_000 },
  { occupation: '9329', headcount: 120, women: 41, wage: 40_000 },
] as const

export function employmentOf(random: Random, monthOf: (month: number) => string): readonly FilledLine[] {
  return Array.from({ length: 12 }, (_, month) =>
    OCCUPATIONS.map(({ occupation, headcount, women, wage }) => {
      const more = random.whole(0, 6) + month
      return {
        site: 'Korangi plant',
        occupation,
        month: monthOf(month),
        headcount: headcount + more,
        women: women + (more >> 1),
        payroll: (headcount + more) * wage,
      }
    }),
  ).flat()
}

export const INVESTMENT: readonly FilledLine[] = [
  {
    site: 'Korangi plant',
    purpose: 'machinery',
    description: 'second surface-mount line',
    amount: 1_850_000,
    currency: 'USD',
    invested_on: '2026-09-15',
  },
  {
    site: 'Korangi plant',
    purpose: 'tooling',
    description: 'injection moulds for back covers',
    amount: 2_400_000,
    currency: 'CNY',
    invested_on: '2026-10-06',
  },
  {
    site: 'Korangi plant',
    purpose: 'laboratory',
    description: 'drop and battery test chambers',
    amount: 38_500_000,
    currency: 'PKR',
    invested_on: '2026-12-01',
  },
  {
    site: 'Korangi plant',
    purpose: 'training',
    description: 'soldering school',
    amount: 6_200_000,
    currency: 'PKR',
    invested_on: '2027-02-10',
  },
  {
    site: 'Korangi plant',
    purpose: 'land_and_buildings',
    description: 'warehouse extension',
    amount: 94_000_000,
    currency: 'PKR',
    invested_on: '2027-03-23',
  },
]

const CERTIFICATES: readonly FilledLine[] = [
  {
    certificate: 'ce',
    number: 'CE-77120',
    issued_by: 'Meridian Certification (invented)',
    issued_on: '2026-05-11',
    expires_on: '2031-05-10',
  },
  {
    certificate: 'iso14001',
    number: 'EMS-20418',
    issued_by: 'Meridian Certification (invented)',
    issued_on: '2025-11-20',
    expires_on: '2028-11-19',
  },
  {
    certificate: 'ewaste',
    number: 'EW-00931',
    issued_by: 'Meridian Certification (invented)',
    issued_on: '2026-03-02',
  },
  {
    certificate: 'iso9001',
    number: 'QMS-11862',
    issued_by: 'Meridian Certification (invented)',
    issued_on: '2025-08-14',
    expires_on: '2028-08-13',
  },
]

export function certificatesOf(models: readonly string[]): readonly FilledLine[] {
  return [
    ...CERTIFICATES,
    ...models.map((model, index) => ({
      certificate: 'type_approval',
      number: `TA-2026-${String(311 + index)} ${model}`,
      issued_by: 'type approval desk (invented)',
      issued_on: '2026-06-04',
    })),
  ]
}
