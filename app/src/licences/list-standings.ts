/** All licences and concessions with their status by day and what is left of their quotas, signed, for customs to go by while it cannot ask. */
import type { Recorder } from '../audit-log/record-command.ts'
import { formatDay } from '@maqami/engine/value/date.ts'
import { dayAt, instantText } from '../kernel/clock.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { allAtGate } from './draws-table.ts'
import { type GateLicence, isToldOfQuotas } from './gate.ts'
import { type Licence, type LicenceStatus, remaining, restrictedOn, statusOn } from './licence.ts'
import type { ScopeLine } from './scope.ts'
import type { GateSigner } from './sign-answers.ts'

interface Left {
  /** Units left of the whole; null where there is no limit. */
  readonly remaining: number | null
  /** Empty where it is for all goods. */
  readonly lines: readonly (Omit<ScopeLine, 'quota'> & { readonly remaining: number | null })[]
}

/** What is left stands as of the day on which the list was made. */
export interface Listed extends Pick<Licence, 'kind' | 'rehearsal' | 'valid_until'>, Left {
  readonly licence: string
  /** By the day from which each holds, as far as anything is ordered. */
  readonly states: readonly { readonly from: string; readonly status: LicenceStatus }[]
  /** What is left by the day from which each restriction of its quotas holds, and their lifting; empty where none was ever ordered. */
  readonly restrictions: readonly (Left & { readonly from: string; readonly restricted_to: string | null })[]
}

/** As it may be read: for whoever is told of no quota without what is left and what restricts it. */
export interface PlainListed
  extends Omit<Listed, keyof Left | 'restrictions'>,
    Partial<Pick<Listed, 'remaining' | 'restrictions'>> {
  readonly lines: readonly (Omit<ScopeLine, 'quota'> & { readonly remaining?: number | null })[]
}

export interface SignedList {
  readonly signed: string
  readonly issued_at: string
  readonly expires_at: string
  readonly count: number
}

/** Within so many seconds the same list is the same bytes, so that who has it is told so by its ETag. */
const WINDOW_S = 900
const DAY_S = 86_400
const MS = 1000

export async function listStandings(
  { database, clock }: Pick<Recorder, 'database' | 'clock'>,
  actor: Actor,
  { sign }: Pick<GateSigner, 'sign'>,
): Promise<SignedList> {
  const iat = Math.floor(clock() / MS / WINDOW_S) * WINDOW_S
  const exp = iat + DAY_S
  const day = formatDay(dayAt(instantText(iat * MS)))
  const licences = (await readAs(database, actor, allAtGate)).map((licence) => listed(licence, day))
  const told = isToldOfQuotas(actor) ? licences : licences.map(plain)
  return {
    signed: sign('maqami-licences+jwt', { iat, exp, licences: told }),
    issued_at: instantText(iat * MS),
    expires_at: instantText(exp * MS),
    count: licences.length,
  }
}

export function plain({ remaining: _left, restrictions: _shares, lines, ...listedAs }: Listed): PlainListed {
  return { ...listedAs, lines: lines.map(({ remaining: _ofLine, ...line }) => line) }
}

/** `day` is that of the list. */
export function listed(licence: GateLicence, day: string): Listed {
  const { number, kind, rehearsal, valid_until } = licence
  return {
    licence: number,
    kind,
    rehearsal,
    valid_until,
    states: statesOf(licence),
    ...leftOf(licence, restrictedOn(licence, day)),
    restrictions: restrictionsOf(licence),
  }
}

function leftOf(licence: GateLicence, percent: string | null): Left {
  return {
    remaining: remaining(licence, percent) ?? null,
    lines: licence.scope.map((line) => {
      const { hs_prefix, valid_from, valid_until } = line
      return { hs_prefix, valid_from, valid_until, remaining: remaining(line, percent) ?? null }
    }),
  }
}

function restrictionsOf(licence: GateLicence): Listed['restrictions'] {
  const ordered = licence.orders.filter(({ kind }) => kind === 'restrict' || kind === 'lift')
  if (ordered.length === 0) return []
  const days = new Set([licence.valid_from, ...ordered.map(({ effective_on }) => effective_on)])
  return [...days].toSorted().map((from) => {
    const restricted_to = restrictedOn(licence, from)
    return { from, restricted_to, ...leftOf(licence, restricted_to) }
  })
}

/** From the first day of each state on; the end stands in `valid_until`. */
function statesOf(licence: GateLicence): Listed['states'] {
  const days = [licence.valid_from, ...licence.orders.map(({ effective_on }) => effective_on)]
  const states: { from: string; status: LicenceStatus }[] = []
  for (const from of [...new Set(days)].toSorted()) {
    const status = statusOn(licence, from)
    if (from < licence.valid_from || states.at(-1)?.status === status) continue
    states.push({ from, status })
  }
  return states
}
