/** What the two signatories of a laboratory sign, and what is certified on it. */
import {
  compare,
  divide,
  exact,
  isNegative,
  isZero,
  negate,
  ONE,
  parseDecimal,
  round,
  toText,
} from '@maqami/engine/value/exact.ts'
import type { CertificateClaims } from '../certificates/certificate.ts'
import type { Accreditation, Laboratory } from '../laboratories/laboratory.ts'
import type { Limit, Measured } from './verdict.ts'
import { outcomeOf, quoteOf, resultsOf, type TestRequest, verdictsOf } from './way.ts'

type Signer = Pick<Laboratory, 'number' | 'name'>
type AccreditedBy = Pick<Accreditation, 'body' | 'number' | 'standard'>

/** What ISO/IEC 17025:2017 asks of a report (7.8.2 and 7.8.3), as data: it is hashed and served as canonical JSON. */
export function reportOf(request: TestRequest, laboratory: Signer, { body, number, standard }: AccreditedBy) {
  const { manufacturer_name: name, manufacturer_number, model_name, events } = request
  return {
    report: request.number,
    laboratory: { number: laboratory.number, name: laboratory.name },
    accreditation: { body, number, standard },
    maker: { name, number: manufacturer_number },
    model: model_name,
    sample: {
      described_as: request.sample,
      custody: events.flatMap((event) =>
        event.kind === 'sample_received'
          ? [
              {
                received_on: event.recorded_on,
                handed_by: event.handed_by,
                seal: event.seal,
                condition: event.condition,
              },
            ]
          : [],
      ),
    },
    standard: request.standard,
    tests: verdictsOf(request).map(({ term, result, conforms, acceptance_limit }) => ({
      ...term,
      ...result,
      acceptance_limit,
      conforms,
    })),
    conforms: outcomeOf(request) === 'certified',
  }
}

/** A sample of a type is tested, and the certificate says what it was found to be (ISO/IEC 17067:2013, 5.3.2). */
const SCHEME: CertificateClaims['scheme'] = {
  id: 'type_1a',
  url: 'https://www.iso.org/standard/55087.html',
  name: 'ISO/IEC 17067:2013, type 1a: a sample of the type was tested',
  topic: 'governance.compliance',
}

export interface Certified {
  readonly laboratory: Pick<Laboratory, 'id' | 'number' | 'name'>
  readonly accreditation: AccreditedBy
  readonly signed_by: readonly [first: string, second: string]
  readonly evidence: CertificateClaims['evidence']
  readonly valid_from: string
  readonly valid_until: string
}

/** Undefined of a request without an offer, of which nothing is certified. */
export function claimsOf(request: TestRequest, certified: Certified): CertificateClaims | undefined {
  const quote = quoteOf(request)
  if (quote === undefined) return undefined
  const { laboratory, accreditation, ...rest } = certified
  const { standard, model_id, model_name } = request
  const judged = verdictsOf(request)
  return {
    scheme: SCHEME,
    laboratory: {
      id: laboratory.id,
      number: laboratory.number,
      name: laboratory.name,
      accreditation: { body: accreditation.body, number: accreditation.number, name: accreditation.standard },
    },
    manufacturer: {
      id: request.manufacturer_id,
      number: request.manufacturer_number,
      name: request.manufacturer_name,
    },
    product: { id: model_id, name: model_name, model: model_name },
    standard: { url: quote.standard_url, name: standard },
    criteria: judged.map(({ term }) => ({
      url: `${quote.standard_url}#${encodeURIComponent(term.method)}`,
      name: `${standard}, ${term.method}: ${term.metric} ${limitText(term)} ${term.unit}`,
    })),
    measured: judged.map(({ term, result }) => ({
      name: `${term.metric} (${term.method})`,
      value: result.value,
      unit: term.unit,
      accuracy: accuracyOf(result),
    })),
    conformance: true,
    assessed_on: resultsOf(request).reduce((last, { measured_on }) => (measured_on > last ? measured_on : last), ''),
    ...rest,
  }
}

function limitText({ holds, limit }: Limit): string {
  switch (holds) {
    case 'at_most':
      return `≤ ${limit}`
    case 'at_least':
      return `≥ ${limit}`
  }
}

const STEP = exact(1, 10_000)

/** The expanded uncertainty as a share of the value, rounded up; undefined where it is more than the value itself, and so no share of it. */
function accuracyOf({ value, expanded_uncertainty }: Measured): string | undefined {
  const measured = parseDecimal(value)
  const uncertainty = parseDecimal(expanded_uncertainty)
  if (measured === undefined || uncertainty === undefined || isZero(measured)) return undefined
  const share = round(divide(uncertainty, isNegative(measured) ? negate(measured) : measured), 'up', STEP)
  return compare(share, ONE) > 0 ? undefined : toText(share)
}
