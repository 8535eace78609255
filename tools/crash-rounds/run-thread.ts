/**
 * Runs the thread over and over, for new makers each time, and prints the identifier of each event once its command is acknowledged. Runs
 * until somebody kills it.
 */
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { checkpointFile, keepCheckpoint } from '../../app/src/audit-log/keep-checkpoint.ts'
import { type AuditKey, openAuditKey } from '../../app/src/audit-log/open-audit-key.ts'
import type { Recorder } from '../../app/src/audit-log/record-command.ts'
import { startSealer } from '../../app/src/audit-log/seal-events.ts'
import { MAKERS } from '../../app/src/demonstration/invented-makers.ts'
import { done } from '../../app/src/demonstration/make-people.ts'
import {
  type Cast,
  playFirstYear,
  playSecondYear,
  publishLaw,
  type Stage,
} from '../../app/src/demonstration/play-demonstration.ts'
import type { MemberRole, OrganizationKind } from '../../app/src/kernel/authority.ts'
import { systemClock } from '../../app/src/kernel/clock.ts'
import { readConfiguration } from '../../app/src/kernel/configuration.ts'
import { makeIds } from '../../app/src/kernel/identifiers.ts'
import { openDatabase } from '../../app/src/kernel/open-database.ts'
import { type Actor, systemActor, writeAs } from '../../app/src/kernel/transaction.ts'
import { releaseShelf } from '../../app/src/policy-releases/release-shelf.ts'

const WRITERS = 3
const PAUSE_MS = 20
const MAKER_OF_PEOPLE = systemActor('crash rounds')

/** Past the buffers of a stream, which a kill would empty unread. */
function say(line: string): void {
  writeSync(1, `${line}\n`)
}

const configuration = readConfiguration(process.env)
const { database } = await openDatabase(configuration, {
  warn: (sentence) => say(`warning: ${sentence}`),
  giveUp: (sentence) => {
    say(`gave up: ${sentence}`)
    process.exit(1)
  },
})
const key = openAuditKey(configuration)
const makeId = makeIds(systemClock)
const shelf = releaseShelf()
const file = checkpointFile(configuration.MAQAMI_DATA_FOLDER)
startSealer(
  { database, key, clock: systemClock, makeId },
  (checkpoint) => keepCheckpoint(file, checkpoint),
  () => undefined,
)
say('ready')

/** A stage of its own: commands follow each other on it, so that the text signed last is that of the command that was just answered. */
function stageOf(): Stage {
  let now = systemClock()
  const clock = (): number => (now += 1)
  let signed = ''
  const own: AuditKey = {
    ...key,
    sign: (text) => {
      signed = /"id":"([^"]+)"/.exec(text)?.[1] ?? ''
      return key.sign(text)
    },
  }
  const recorder: Recorder = { database, key: own, clock, makeId }
  return {
    recorder,
    shelf,
    // Kept as it is: what is tried here is that it is there.
    letters: {
      render: async (data) => await Promise.resolve(Buffer.from(JSON.stringify(data))),
      renderPlain: async (data) => await Promise.resolve(Buffer.from(JSON.stringify(data))),
      print: async (text) => await Promise.resolve(Buffer.from(JSON.stringify(text))),
      addressOf: (number) => `http://localhost/verify/${number}`,
      considered: async () => await Promise.resolve([]),
      demonstration: false,
    },
    on: (day) => {
      now = Date.parse(`${day}T04:00:00Z`)
    },
    progress: () => undefined,
    done: (outcome) => {
      const answer = done(outcome)
      say(`acknowledged ${signed}`)
      return answer
    },
  }
}

async function organizationOf(kind: OrganizationKind, name: string): Promise<string> {
  const id = randomUUID()
  await writeAs(database, MAKER_OF_PEOPLE, async (tables) => {
    await sql`insert into organizations values (${id}, ${kind}, ${name}, now())`.execute(tables)
    return { commit: undefined }
  })
  return id
}

function actor(organization: string, role: MemberRole): Actor {
  return { person: randomUUID(), organization, role }
}

async function castOf(): Promise<Cast> {
  const board = await organizationOf('regulator', 'Board')
  const customs = await organizationOf('customs', 'Customs')
  const cells = await organizationOf('supplier', 'Cells')
  const makers = await Promise.all(
    Object.entries(MAKERS).map(async ([name, maker]) => {
      const id = await organizationOf('manufacturer', maker.name)
      const registration_number = randomUUID()
      return [
        name,
        { ...maker, registration_number, clerk: actor(id, 'maker_clerk'), signatory: actor(id, 'maker_signatory') },
      ]
    }),
  )
  return {
    policyOfficer: actor(board, 'policy_officer'),
    caseOfficer: actor(board, 'case_officer'),
    approvingOfficer: actor(board, 'approving_officer'),
    appellateOfficer: actor(board, 'appellate_officer'),
    customsOfficer: actor(customs, 'customs_officer'),
    supplier: actor(cells, 'supplier_signatory'),
    makers: Object.fromEntries(makers) as Cast['makers'],
  }
}

async function write(): Promise<never> {
  for (;;) {
    try {
      const [stage, cast] = [stageOf(), await castOf()]
      await publishLaw(stage, cast)
      for (;;) {
        const anew = { ...cast, makers: (await castOf()).makers }
        await playFirstYear(stage, anew)
        await playSecondYear(stage, anew)
      }
    } catch {
      // The database was killed; it comes back.
      await sleep(PAUSE_MS)
    }
  }
}

await Promise.all(Array.from({ length: WRITERS }, write))
