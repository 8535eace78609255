/**
 * The job that looks through the audit log for what somebody wants to be told. An event stands there in the transaction of its command, and in
 * one order, so that none is passed over and none counts twice.
 */
import { formatDay } from '@maqami/engine/value/date.ts'
import { readAppealNumbered } from '../appeals/read-appeals.ts'
import { sealedEventsAfter } from '../audit-log/read-sealed.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import { readDetermination } from '../determinations/read-determinations.ts'
import type { Handler } from '../jobs/job.ts'
import { queueJobIn } from '../jobs/queue-job.ts'
import type { OrganizationKind, Role } from '../kernel/authority.ts'
import { dayAt, instantText } from '../kernel/clock.ts'
import { type Actor, readAs, systemActor } from '../kernel/transaction.ts'
import { readLicence } from '../licences/read-licences.ts'
import { readNotice } from '../notices/read-notices.ts'
import { organizationNow } from '../people/find-addressees.ts'
import { readFiledReturn } from '../returns/filing/read-returns.ts'
import { DELIVER_EVENT } from './deliver-event.ts'
import { type EventKind, type Happened, happenedBy, type Webhook } from './webhook.ts'
import { findPosition, insertDelivery, keepPosition, listWebhooks } from './webhooks-table.ts'

export const GATHER_EVENTS = 'gather_events'

const GATHERER = systemActor('webhooks')
const MOST_AT_ONCE = 500
const EVERY_MS = 3000

/** As whom an organization of that kind reads; the others read nothing of what is told. */
const READERS: Readonly<Partial<Record<OrganizationKind, Role>>> = {
  manufacturer: 'maker_clerk',
  customs: 'customs_officer',
  telecom: 'telecom_regulator',
  regulator: 'analyst',
}

export function gatherEvents(recorder: Recorder, publicAddress: URL): Handler {
  const { database } = recorder
  return async () => {
    const { webhooks, position, rows } = await readAs(database, GATHERER, async (tables) => {
      const from = await findPosition(tables)
      return {
        webhooks: await listWebhooks(tables),
        position: from,
        rows: await sealedEventsAfter(tables, from ?? 0, MOST_AT_ONCE),
      }
    })
    const made: {
      readonly webhook: Webhook
      readonly message_id: string
      readonly kind: EventKind
      readonly body: string
    }[] = []
    for (const { event } of rows)
      for (const [nth, happened] of happenedBy(event.command, event.subject, detailsOf(event.details)).entries())
        for (const webhook of webhooks) {
          const isWanted = (JSON.parse(webhook.kinds) as readonly string[]).includes(happened.kind)
          if (!isWanted || webhook.switched_off_at !== null || event.recorded_at < webhook.registered_at) continue
          const on = formatDay(dayAt(event.recorded_at))
          const data = await seenBy(recorder, { organization: webhook.organization_id, on }, happened, publicAddress)
          if (data === undefined) continue
          const message_id = nth === 0 ? `evt_${event.id}` : `evt_${event.id}_${nth}`
          const body = JSON.stringify({ type: happened.kind, timestamp: event.recorded_at, data })
          made.push({ webhook, message_id, kind: happened.kind, body })
        }
    const last = rows.at(-1)?.position
    return async (tables) => {
      // Somebody else has come this far: he has made the deliveries, and looks again.
      if ((await findPosition(tables)) !== position) return { again_at: recorder.clock() }
      for (const { webhook, ...one } of made) {
        const id = recorder.makeId()
        const of = { id, webhook_id: webhook.id, organization_id: webhook.organization_id, ...one }
        const made_at = instantText(recorder.clock())
        await insertDelivery(tables, { ...of, made_at, delivered_at: null, failed_at: null })
        await queueJobIn(tables, recorder, DELIVER_EVENT, id)
      }
      if (last !== undefined) await keepPosition(tables, last)
      return { again_at: recorder.clock() + (rows.length === MOST_AT_ONCE ? 0 : EVERY_MS) }
    }
  }
}

function detailsOf(text: string): Readonly<Record<string, unknown>> {
  return JSON.parse(text) as Readonly<Record<string, unknown>>
}

/** Identifiers and links, of what the organization itself may read; undefined where it may not. */
async function seenBy(
  { database }: Recorder,
  { organization, on }: { readonly organization: string; readonly on: string },
  { kind: told, about, name }: Happened,
  publicAddress: URL,
): Promise<Readonly<Record<string, string>> | undefined> {
  const found = await readAs(database, GATHERER, async (tables) => await organizationNow(tables, organization))
  const role = found === undefined ? undefined : READERS[found.kind]
  if (role === undefined) return undefined
  const reader: Actor = { person: GATHERER.person, organization, role }
  const at = (page: string, api = page) => ({
    page: new URL(page, publicAddress).href,
    api: new URL(`/api${api}`, publicAddress).href,
  })
  switch (about) {
    case 'return': {
      const read = await readFiledReturn(database, reader, name)
      if ('refused' in read) return undefined
      const { manufacturer_id, programme, kind, period } = read.done
      return { return: name, manufacturer_id, programme, return_kind: kind, period, ...at(`/returns/${name}`) }
    }
    case 'determination': {
      const read = await readDetermination(database, reader, name)
      if ('refused' in read) return undefined
      const { manufacturer_id, programme } = read.done
      return { determination: name, manufacturer_id, programme, ...at(`/determinations/${name}`) }
    }
    case 'notice': {
      const read = await readNotice(database, reader, name)
      if ('refused' in read) return undefined
      return { notice: name, manufacturer_id: read.done.manufacturer_id, ...at(`/notices/${name}`) }
    }
    case 'appeal': {
      const read = await readAppealNumbered(database, reader, name)
      if (read === undefined) return undefined
      return { appeal: name, manufacturer_id: read.manufacturer_id, ...at(`/appeals/${read.id}`) }
    }
    case 'licence': {
      const read = await readLicence(database, reader, name)
      if ('refused' in read) return undefined
      const { manufacturer_id, programme } = read.done
      const isTelecom = role === 'telecom_regulator'
      // It reads licences, and is told of no quota.
      if (isTelecom && told !== 'licence.ordered') return undefined
      const asked = `licence=${name}&day=${on}`
      const links = () => {
        if (isTelecom) return at(`/gate/models?${asked}`)
        if (role === 'customs_officer') return at(`/gate?${asked}`, `/gate/status?${asked}`)
        return at(`/licences/${name}`)
      }
      return { licence: name, manufacturer_id, programme, ...links() }
    }
  }
}
