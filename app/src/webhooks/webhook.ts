/** Another system that is told of what happens, and of what it can be told. */

export const EVENT_KINDS = [
  'return.accepted',
  'return.sent_back',
  'determination.approved',
  'notice.served',
  'appeal.filed',
  'appeal.stay_decided',
  'appeal.decided',
  'licence.ordered',
  'quota.drawn',
  'quota.reversed',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

export interface Webhook {
  readonly id: string
  readonly organization_id: string
  readonly address: string
  /** A list of kinds, in JSON. */
  readonly kinds: string
  readonly sealed_secret: string
  readonly registered_at: string
  readonly registered_by: string
  /** It failed for a day. */
  readonly switched_off_at: string | null
  readonly ended_at: string | null
}

export interface Delivery {
  readonly id: string
  readonly webhook_id: string
  readonly organization_id: string
  readonly message_id: string
  readonly kind: EventKind
  readonly body: string
  readonly made_at: string
  readonly delivered_at: string | null
  readonly failed_at: string | null
}

export interface Attempt {
  readonly delivery_id: string
  readonly nth: number
  readonly organization_id: string
  readonly attempted_at: string
  readonly took_ms: number
  readonly status: number | null
  readonly said: string
}

export type WebhookRefusal =
  | { readonly code: 'webhook_unknown' }
  | { readonly code: 'webhook_address'; readonly place: '/body/address' }
  | { readonly code: 'webhook_plain'; readonly place: '/body/address' }
  | { readonly code: 'webhook_kinds'; readonly place: '/body/kinds' }

/** What an event is about, by the subject that the audit log names: `return 0190…`, `licence IL-000001`. */
export interface Happened {
  readonly kind: EventKind
  readonly about: 'return' | 'determination' | 'notice' | 'appeal' | 'licence'
  readonly name: string
}

/** What is told of a command; nothing of most. */
export function happenedBy(
  command: string,
  subject: string,
  details: Readonly<Record<string, unknown>>,
): readonly Happened[] {
  const [about = '', name = ''] = subject.split(' ')
  switch (`${command} ${about}`) {
    case 'review_return return':
      return [{ kind: details['kind'] === 'accepted' ? 'return.accepted' : 'return.sent_back', about: 'return', name }]
    case 'approve_determination determination': {
      return [
        { kind: 'determination.approved', about: 'determination', name },
        ...listed(details['licences']).map(
          (number): Happened => ({ kind: 'licence.ordered', about: 'licence', name: number }),
        ),
      ]
    }
    case 'serve_notice notice':
      return [{ kind: 'notice.served', about: 'notice', name }]
    case 'acknowledge_notice notice':
      // A later letter may be acknowledged too.
      return details['event'] !== 'served' ? [] : [{ kind: 'notice.served', about: 'notice', name }]
    case 'file_appeal appeal':
      return [{ kind: 'appeal.filed', about: 'appeal', name }]
    case 'decide_stay appeal':
      return [{ kind: 'appeal.stay_decided', about: 'appeal', name }, ...ordered(details['licences'])]
    case 'decide_appeal appeal':
      return [{ kind: 'appeal.decided', about: 'appeal', name }, ...ordered(details['licences'])]
    case 'record_reply determination':
      return ordered(details['licences'])
    case 'grant_licence licence':
      return [{ kind: 'licence.ordered', about: 'licence', name }]
    case 'approve_firm_event manufacturer':
      return numbersIn(details['licences']).map((number) => ({
        kind: 'licence.ordered',
        about: 'licence',
        name: number,
      }))
    case 'draw_quota licence':
      return [{ kind: 'quota.drawn', about: 'licence', name }]
    case 'reverse_draw licence':
      return [{ kind: 'quota.reversed', about: 'licence', name }]
    default:
      return []
  }
}

function ordered(licences: unknown): readonly Happened[] {
  return listed(licences).map((number) => ({ kind: 'licence.ordered', about: 'licence', name: number }))
}

/** Of a determination or an order: the numbers of the licences that it reached. */
function listed(licences: unknown): readonly string[] {
  return Array.isArray(licences) ? licences.map(String) : []
}

/** The licences that an event of a firm passed on or ended, by their numbers. */
function numbersIn(licences: unknown): readonly string[] {
  return typeof licences === 'object' && licences !== null ? Object.keys(licences) : []
}
