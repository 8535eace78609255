/** Reads the facts of a return, in the notation of files, into the scaled whole numbers of the assessment by hand. It trusts what it reads. */
import { dayOf, type Day, type Part, type Row } from './row.ts'

type Texts = Readonly<Record<string, string>>

/** `PKR 84.5`, `12.25%`, `PKR 281.50 per USD`: the digits, in hundredths. */
function hundredths(text: string): bigint {
  const [, whole = '', fraction = ''] = /(\d+)(?:\.(\d{1,2}))?/.exec(text) ?? []
  return BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'))
}

function event(text: string): Day | undefined {
  return text === 'none' ? undefined : dayOf(text)
}

export function parseByHand(facts: Readonly<Record<string, unknown>>, asOf: Day): Row {
  const text = facts as Texts
  const of = (name: string): string => text[name] as string
  return {
    asOf,
    category: of('category') as Row['category'],
    exWorksValue: hundredths(of('ex_works_value')),
    parts: (facts['parts'] as readonly Texts[]).map(partOf),
    kitParts: BigInt(of('kit_parts')),
    kitForm: of('kit_form') as Row['kitForm'],
    cfValue: hundredths(of('cf_value')),
    exchangeRate: hundredths(of('exchange_rate')),
    fobExportValue: hundredths(of('fob_export_value')),
    annualImportValue: hundredths(of('annual_import_value')),
    returnsDue: BigInt(of('returns_due')),
    returnsFiledOnTime: BigInt(of('returns_filed_on_time')),
    qualityCertificateValid: facts['quality_certificate_valid'] === true,
    inPlantLaboratory: facts['in_plant_laboratory'] === true,
    recordsSystemOpen: facts['records_system_open'] === true,
    makes2g: facts['makes_2g'] === true,
    exportShare: hundredths(of('export_share')),
    ceCertifiedOn: event(of('ce_certified_on')),
    iso14001CertifiedOn: event(of('iso14001_certified_on')),
    ewasteCompliantOn: event(of('ewaste_compliant_on')),
    noticeServedOn: event(of('notice_served_on')),
    failureCuredOn: event(of('failure_cured_on')),
  }
}

function partOf(part: Texts): Part {
  const certified = part['certified_local_rate'] as string
  return {
    part: part['part'] as string,
    componentClass: part['component_class'] as string,
    hsCode: part['hs_code'] as string,
    book: part['book'] as Part['book'],
    quantity: BigInt(part['quantity'] as string),
    unitValue: hundredths(part['unit_value'] as string),
    certifiedLocalRate: certified === 'none' ? undefined : hundredths(certified),
  }
}
