/** A yearly return of telephones: a thousand K1, of which the boards are imported. */
import type { FilledSheets } from './returns/write/fill-template.ts'

export const DEVICE_YEAR: FilledSheets = {
  production: [
    {
      model: 'K1',
      category: 'smartphone',
      month: '2027-05',
      quantity: 1000,
      unit_ex_works_value: 20_000,
      currency: 'PKR',
      invoiced_on: '2027-05-20',
    },
  ],
  parts: [
    {
      model: 'K1',
      part_code: 'P-1',
      part: 'main board',
      component_class: 'motherboard',
      hs_code: '8517.7900',
      book: 'imported',
      quantity: 1000,
      unit_value: 9000,
      currency: 'PKR',
      acquired_on: '2027-05-02',
    },
  ],
  declarations: [
    {
      returns_due: 1,
      returns_filed_on_time: 1,
      quality_certificate_valid: 'true',
      in_plant_laboratory: 'true',
      records_system_open: 'true',
      makes_2g: 'false',
    },
  ],
}
