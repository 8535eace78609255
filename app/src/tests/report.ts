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
import { outcomeOf, type Result, resultsOf, type Term, type TestRequest, verdictsOf } from './way.ts'

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
    scheme: request.scheme,
    tests: verdictsOf(request).map(({ term, result, conforms, acceptance_limit }) => ({
      ...term,
      ...measuredOf(result),
      acceptance_limit,
      conforms,
    })),
    conforms: outcomeOf(request) !== 'failed',
  }
}

export interface Certified {
  readonly laboratory: Pick<Laboratory, 'id' | 'number' | 'name' | 'kind'>
  readonly accreditation: AccreditedBy
  /** The page of all schemes. */
  readonly schemes: URL
  readonly signed_by: readonly [first: string, second: string]
  readonly evidence: CertificateClaims['evidence']
  readonly valid_from: string
  readonly valid_until: string
}

export function claimsOf(request: TestRequest, certified: Certified): CertificateClaims {
  const { laboratory, accreditation, schemes, ...rest } = certified
  const { scheme, model_id, model_name } = request
  const judged = verdictsOf(request)
  const about = new URL(`#${scheme.programme}.${scheme.id}`, schemes).href
  return {
    scheme: {
      id: scheme.id,
      url: about,
      name: `${scheme.name['en'] ?? scheme.id}${scheme.is_rehearsal ? ' (rehearsal)' : ''}`,
      topic: 'governance.compliance',
    },
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
    standard: { url: about, name: [...new Set(judged.map(({ term }) => term.standard))].join('; ') },
    criteria: judged.map(({ term }) => ({
      url: new URL(`#${scheme.programme}.${term.id}`, schemes).href,
      name: `${term.standard}, ${term.method}: ${metricOf(term)} ${limitText(term)} ${term.unit}`,
    })),
    measured: judged.map(({ term, result }) => ({
      name: `${metricOf(term)} (${term.method})`,
      value: result.value,
      unit: term.unit,
      accuracy: accuracyOf(result),
    })),
    conformance: true,
    assessor_level: laboratory.kind === 'in_plant' ? 'Self' : '3rdParty',
    assessed_on: resultsOf(request).reduce((last, { measured_on }) => (measured_on > last ? measured_on : last), ''),
    ...rest,
  }
}

function measuredOf({ value, expanded_uncertainty, coverage_factor, measured_on }: Result) {
  return { value, expanded_uncertainty, coverage_factor, measured_on }
}

/** Certificates are in English, as those who trade across borders read them. */
function metricOf({ metric, id }: Term): string {
  return metric['en'] ?? id
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
