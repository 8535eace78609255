/** What the pages of attestations are given. */
import { inLanguage } from '@maqami/engine/explain/names.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import { readAs } from '../kernel/transaction.ts'
import type { Choice } from '../pages/form.tsx'
import { cursorAsked, idAsked, type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { momentOf } from '../pages/when.ts'
import { namesIn } from '../people/name-people.ts'
import { passkeyContext } from '../people/signature-context.ts'
import { inForce, programmesPublished } from '../policy-releases/release-in-force.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { type Attestation, type AttestationStatus, countedShare, isExact, statusOn } from './attestation.ts'
import { OPEN_FOR_MS } from './open-evidence.ts'
import { type AttestationHeld, readAttestation, readAttestations } from './read-attestations.ts'
import { shareText } from './share-text.ts'
import { attestationHash } from './sign-attestation.ts'

/** For whom the page is: a supplier has attestations, a maker receives them, an officer sees them all. */
type Side = 'supplier' | 'maker' | 'officer'

function sideOf(context: PageContext): Side {
  const { may } = context.get(pageCall)
  return may('make_attestation') ? 'supplier' : may('upload_return') ? 'maker' : 'officer'
}

interface Shown {
  readonly status: AttestationStatus
  readonly share: string
}

function shown(context: PageContext, one: Attestation): Shown {
  const { language } = context.get(pageCall)
  const day = todayText(context.get(recorderContext).clock)
  return { status: statusOn(one, day), share: shareText(one, language) }
}

export async function showAttestations(context: PageContext, request: Request) {
  const { actor } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const after = cursorAsked(context, request)
  const { items, next } = await readAttestations(database, actor, { cursor: after })
  return { side: sideOf(context), items: items.map((one) => ({ ...one, ...shown(context, one) })), after, next }
}

export async function showAttestation(context: PageContext, asked: string | undefined) {
  const id = idAsked(context, asked)
  const { actor, language, may } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const now = todayText(clock)
  const one = settled(context, await readAttestation(database, actor, id, now))
  const said = shown(context, one)
  const isToSign = said.status === 'prepared' && may('sign_attestation')
  const shown_hash = isToSign ? await attestationHash(one) : undefined
  return {
    one,
    ...said,
    side: sideOf(context),
    today: now,
    counted: isExact(one) ? undefined : countedShare(one).text,
    component: (await classesKnown(context)).find(({ value }) => value === one.component_class)?.label,
    shown_hash,
    passkey: shown_hash === undefined ? undefined : await context.get(passkeyContext)(actor, shown_hash),
    mayWithdraw: may('withdraw_attestation') && ['signed', 'expired'].includes(said.status),
    mayOpen: may('open_sealed_evidence'),
    numbers: await numbersNamed(context, one),
    openings: await openingsShown(context, one, language),
  }
}

/** Of those that it names: what it replaced, and by what it was replaced, as far as the reader may see them. */
async function numbersNamed(context: PageContext, { replaces, events }: Attestation) {
  const { actor } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const numbers: Record<string, string> = {}
  for (const id of [replaces, ...events.map(({ successor }) => successor)]) {
    const found = id === null ? undefined : await readAttestation(database, actor, id, '')
    if (id !== null && found !== undefined && 'done' in found) numbers[id] = found.done.number
  }
  return numbers
}

async function openingsShown(context: PageContext, { openings }: AttestationHeld, language: 'en' | 'ur') {
  const { actor } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const people = openings.map(({ opened_by }) => opened_by)
  const names = await readAs(database, actor, async (tables) => await namesIn(tables, people))
  return openings.map(({ id, reason, opened_at, opened_by }) => {
    const until = Date.parse(opened_at) + OPEN_FOR_MS
    const isOpen = opened_by === actor.person && clock() <= until
    return {
      id,
      reason,
      when: momentOf(opened_at, language).when,
      person: names.get(opened_by),
      /** Until when the reader may fetch it. */
      until: isOpen ? momentOf(instantText(until), language).when : undefined,
    }
  })
}

const COMPONENT_CLASS = 'component_class'

/** The classes of components that programmes in force tell apart. */
async function classesKnown(context: PageContext): Promise<readonly Choice[]> {
  const { actor, language } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const shelf = context.get(shelfContext)
  const classes = new Map<string, string>()
  await readAs(database, actor, async (tables) => {
    for (const name of await programmesPublished(tables)) {
      const law = await inForce(tables, name, todayText(clock))
      if ('refused' in law) continue
      const { programme } = shelf.open(law.done).engine
      const category = programme.vocabulary.categories.get(COMPONENT_CLASS)
      for (const member of category?.members ?? [])
        if (!classes.has(member)) classes.set(member, inLanguage(category?.words[member], language, member))
    }
  })
  return [...classes].map(([value, label]) => ({ value, label }))
}

/** What the form of a new one offers: the classes, and what is in force and could be replaced. */
export async function showNewAttestation(context: PageContext) {
  const { actor } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const { items } = await readAttestations(database, actor, { limit: 100 })
  const standing = items.filter((one) => ['signed', 'expired'].includes(shown(context, one).status))
  return {
    classes: await classesKnown(context),
    replaceable: standing.map(({ id, number, part_code, part }) => ({
      value: id,
      label: `${number} · ${part_code} · ${part}`,
    })),
  }
}
