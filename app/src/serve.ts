/** `serve`: puts the parts of the service together, and takes them apart again in the opposite order. */
import { flushCompileCache } from 'node:module'
import { ENGINE_VERSION } from '@maqami/engine/version.ts'
import type { Logger } from 'pino'
import type { RouterContext } from 'react-router'
import { APPROVE_DOCKET, approveRound } from './determinations/dockets/approve-docket.ts'
import { PREPARE_DOCKET, prepareRound } from './determinations/dockets/prepare-docket.ts'
import { PRINT_LETTER, printLetters } from './determinations/print-letter.ts'
import { ASSESS_RUN, assessRun } from './assessments/runs/assess-run.ts'
import { answeringOnce, startForgetting } from './audit-log/answer-once.ts'
import { auditLogAuthority, auditLogRoutes } from './audit-log/audit-log-api.ts'
import { checkpointFile, keepCheckpoint } from './audit-log/keep-checkpoint.ts'
import { openAuditKey } from './audit-log/open-audit-key.ts'
import { readCheckpoint } from './audit-log/read-checkpoint.ts'
import { type Recorder, recordCommand } from './audit-log/record-command.ts'
import { startSealer } from './audit-log/seal-events.ts'
import { countJobs } from './jobs/jobs-table.ts'
import { queueStanding } from './jobs/queue-job.ts'
import { startWorker } from './jobs/run-jobs.ts'
import { endStay } from './appeals/decide-stay.ts'
import { END_STAY } from './appeals/file-appeal.ts'
import { REMIND, remindPeople, tellQuestion } from './deadlines/remind-people.ts'
import { ownedInCommitments } from './commitments/read-commitments.ts'
import { REMIND_OWNERS, remindOwners } from './meetings/remind-owners.ts'
import { TELL_QUESTION } from './returns/questions/ask-question.ts'
import { DESTROY_DOCUMENTS, destroyDocuments } from './retention/destroy-documents.ts'
import { DELIVER_EVENT, deliverEvent } from './webhooks/deliver-event.ts'
import { GATHER_EVENTS, gatherEvents } from './webhooks/gather-events.ts'
import { joinAuthority } from './kernel/authority.ts'
import { beginDemonstration } from './demonstration/begin-demonstration.ts'
import { demonstrationClock, isUntouched } from './demonstration/demonstration-clock.ts'
import { printBegunBefore, printSignIns } from './demonstration/print-sign-ins.ts'
import { type Clock, systemClock, todayText } from './kernel/clock.ts'
import { type ExitCode, print, WrongInput, WrongUsage } from './kernel/command.ts'
import { type Configuration, readConfiguration } from './kernel/configuration.ts'
import type { Database } from './kernel/database.ts'
import { makeIds } from './kernel/identifiers.ts'
import { type KeyCommand, keyCommands } from './kernel/key-scope.ts'
import { listening } from './kernel/listening.ts'
import { openLog } from './kernel/logging.ts'
import { openMailer } from './kernel/mailer.ts'
import { type Metrics, openMetrics, serveMetrics } from './kernel/metrics.ts'
import { MIGRATIONS_FOLDER, readMigrations } from './kernel/migrations.ts'
import { openDatabase } from './kernel/open-database.ts'
import { readinessAuthority, readinessRoutes } from './kernel/readiness.ts'
import { problemOf } from './kernel/problem.ts'
import type { Route } from './kernel/route.ts'
import { scannerSentence } from './kernel/scan-files.ts'
import { buildServer } from './kernel/server.ts'
import { readAs, systemActor } from './kernel/transaction.ts'
import { openGateSigner } from './licences/sign-answers.ts'
import { NAVIGATION } from './navigation.ts'
import { builtPages } from './pages/built-pages.ts'
import { openapiAuthority, openapiRoutes } from './openapi.ts'
import { pagesAuthority, servePages } from './pages/serve-pages.ts'
import { openSpilloverShelf, spilloversAuthority, spilloverShelf } from './spillovers/spillover-shelf.ts'
import { spilloversRoutes } from './spillovers/spillovers-api.ts'
import { openStatisticsShelf, statisticsAuthority, statisticsShelf } from './statistics/statistics-shelf.ts'
import { statisticsRoutes } from './statistics/statistics-api.ts'
import { comparisonsRoutes } from './comparisons/comparisons-api.ts'
import { comparisonsAuthority, comparisonShelf, openComparisonShelf } from './comparisons/comparison-shelf.ts'
import { openShippedShelf, programmesAuthority, shippedShelf } from './policy-releases/shipped-shelf.ts'
import { referFailedJob } from './referrals/refer-failed-job.ts'
import { releaseShelf } from './policy-releases/release-shelf.ts'
import { readerOf } from './people/act-for.ts'
import { identifyRequest } from './people/identify-request.ts'
import { identityContext } from './people/identity-context.ts'
import { keyCommandsContext } from './people/key-commands-context.ts'
import { identitySettings } from './people/identity-settings.ts'
import { FORGET_SIGN_INS, forgetSignIns } from './people/note-sign-in.ts'
import { openIdentity } from './people/open-identity.ts'
import { peopleAuthority, peopleRoutes } from './people/people-api.ts'
import { sayWhoMay } from './people/say-who-may.ts'
import { SEND_LETTER, sendLetter } from './people/send-letter.ts'
import { signInAuthority, signInRoutes } from './people/sign-in-api.ts'
import { WARN_OF_KEYS, warnOfKeys } from './people/warn-of-keys.ts'
import { type AnyRefusal, PROBLEMS } from './problems.ts'
import { COMPUTE_EFFECT, continueEffect } from './simulations/effects/compute-effect.ts'
import { lettersAt, openThread, threadAuthority } from './thread.ts'

const LONGEST_STOP_MS = 30_000
const KEEPER = systemActor('keeper')

/** Runs the service until it is told to stop. */
export async function serve(args: readonly string[]): Promise<ExitCode> {
  if (args.length > 0) throw new WrongUsage('serve takes no options; settings come from the environment')
  return await run({ withDemonstration: false })
}

/** The same, with the demonstration in it unless somebody has begun to work with it, or wants none. */
export async function start(args: readonly string[]): Promise<ExitCode> {
  const isEmpty = args[0] === '--empty'
  if (args.length > (isEmpty ? 1 : 0)) throw new WrongUsage('start takes --empty or nothing')
  return await run({ withDemonstration: !isEmpty })
}

interface Wanted {
  readonly withDemonstration: boolean
}

async function run(wanted: Wanted): Promise<ExitCode> {
  const configuration = readConfiguration(process.env)
  const log = openLog(configuration.MAQAMI_LOG_LEVEL)
  const stopping = stopAsked(log)
  await using parts = new AsyncDisposableStack()
  const { port, metricsPort } = await startParts(configuration, wanted, log, stopping, parts)
  print(`Maqami answers at ${answersAt(configuration, port)}; metrics at http://127.0.0.1:${metricsPort}/metrics`)
  // Of what was compiled, for the next start; at the end it would be too late for a service that is killed.
  flushCompileCache()
  const code = await stopping.asked
  setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref()
  return code
}

/** As its links write it, where that is the port at which it listens; else, behind a proxy for instance, where it listens itself. */
function answersAt({ MAQAMI_PUBLIC_ADDRESS, MAQAMI_ADDRESS }: Configuration, port: number): string {
  const isOwn = MAQAMI_PUBLIC_ADDRESS.hostname === 'localhost' && MAQAMI_PUBLIC_ADDRESS.port === String(port)
  return isOwn ? MAQAMI_PUBLIC_ADDRESS.origin : `http://${hostOf(MAQAMI_ADDRESS)}:${port}`
}

function hostOf(address: string): string {
  return address.includes(':') ? `[${address}]` : address
}

interface Stopping {
  readonly asked: Promise<ExitCode>
  readonly giveUp: (sentence: string) => void
}

/** SIGTERM or Ctrl-C asks to stop; a second one ends at once, which loses nothing that was acknowledged. */
function stopAsked(log: Logger): Stopping {
  const { promise: asked, resolve } = Promise.withResolvers<ExitCode>()
  let times = 0
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      times += 1
      if (times > 1) process.exit(1)
      log.info({ signal }, 'stopping')
      resolve(0)
    })
  return {
    asked,
    giveUp: (sentence) => {
      log.fatal(sentence)
      resolve(1)
    },
  }
}

/** Each part puts what stops it on `parts`, so that they stop in the opposite order and the database last. */
async function startParts(
  configuration: Configuration,
  { withDemonstration }: Wanted,
  log: Logger,
  { giveUp }: Stopping,
  parts: AsyncDisposableStack,
) {
  const warn = (sentence: string, error?: unknown): void =>
    log.warn(error === undefined ? {} : { err: error }, sentence)
  // While PostgreSQL starts there is nothing else to do. What fails is told to whoever waits for it then.
  const shipped = openShippedShelf()
  const pages = builtPages(print)
  for (const begun of [pages, shipped.all()]) begun.catch(() => undefined)
  const opened = await openDatabase(configuration, { warn, giveUp })
  parts.defer(opened.close)
  const { database, authPool, migrated } = opened
  const key = openAuditKey(configuration)
  const recorderOf = (one: Clock): Recorder => ({ database, key, clock: one, makeId: makeIds(one) })
  await refuseOtherKey(recorderOf(systemClock))
  const settings = identitySettings(configuration, warn)
  const isNew = withDemonstration && (await isUntouched(database))
  if (isNew) {
    const letters = lettersAt(configuration.MAQAMI_PUBLIC_ADDRESS, true)
    const begun = await beginDemonstration((one) => openIdentity(recorderOf(one), authPool, settings), letters, print)
    printSignIns(begun, new URL('/sign-in', configuration.MAQAMI_PUBLIC_ADDRESS))
  }
  const calendar = await demonstrationClock(database)
  if (calendar !== undefined && !isNew) printBegunBefore()
  const clock = calendar ?? systemClock
  const recorder = recorderOf(clock)
  const { makeId } = recorder
  await record(recorder, 'start_service', { version: ENGINE_VERSION, migrated })
  const file = checkpointFile(configuration.MAQAMI_DATA_FOLDER)
  const sealer = startSealer(
    recorder,
    (checkpoint) => keepCheckpoint(file, checkpoint),
    (error) => warn('The audit log could not be sealed; it is tried again.', error),
  )
  parts.defer(sealer.stop)
  parts.defer(
    async () => await record(recorder, 'stop_service', {}).catch((error: unknown) => warn('not recorded', error)),
  )
  parts.defer(startForgetting(database, (error) => warn('Old answers are kept for another hour.', error)))
  const mailer = openMailer(configuration)
  parts.defer(mailer.close)
  print(mailer.sentence)
  print(scannerSentence(configuration.MAQAMI_VIRUS_SCANNER))
  const { secret } = settings
  const shelf = releaseShelf()
  const press = {
    recorder,
    shelf,
    letters: lettersAt(configuration.MAQAMI_PUBLIC_ADDRESS, calendar !== undefined),
  }
  const reminding = {
    recorder,
    shelf,
    secret,
    publicAddress: configuration.MAQAMI_PUBLIC_ADDRESS,
  }
  const handlers = {
    [SEND_LETTER]: sendLetter(recorder, secret, mailer),
    [GATHER_EVENTS]: gatherEvents(recorder, configuration.MAQAMI_PUBLIC_ADDRESS),
    [DELIVER_EVENT]: deliverEvent({
      ...recorder,
      secret,
      publicAddress: configuration.MAQAMI_PUBLIC_ADDRESS,
      networks: configuration.MAQAMI_WEBHOOK_NETWORKS,
    }),
    [ASSESS_RUN]: assessRun(recorder, shelf),
    [PREPARE_DOCKET]: prepareRound(recorder, shelf),
    [APPROVE_DOCKET]: approveRound(press),
    [PRINT_LETTER]: printLetters(press),
    [COMPUTE_EFFECT]: continueEffect(recorder, shelf),
    [END_STAY]: endStay(recorder),
    [REMIND]: remindPeople(reminding),
    [REMIND_OWNERS]: remindOwners({
      recorder,
      secret,
      publicAddress: configuration.MAQAMI_PUBLIC_ADDRESS,
      sources: [ownedInCommitments],
    }),
    [TELL_QUESTION]: tellQuestion(reminding),
    [FORGET_SIGN_INS]: forgetSignIns(clock),
    [DESTROY_DOCUMENTS]: destroyDocuments(recorder, shelf, configuration.MAQAMI_RETENTION_YEARS),
    [WARN_OF_KEYS]: warnOfKeys(recorder, secret, configuration.MAQAMI_PUBLIC_ADDRESS),
  }
  for (const kind of [REMIND, REMIND_OWNERS, GATHER_EVENTS, WARN_OF_KEYS, FORGET_SIGN_INS, DESTROY_DOCUMENTS])
    await queueStanding(recorder, kind)
  const worker = startWorker({ ...recorder, givenUp: referFailedJob(recorder) }, handlers, (error, job) =>
    warn(`A job could not be done${job === undefined ? '' : ` (${job.kind})`}; it is tried again.`, error),
  )
  parts.defer(worker.stop)
  const metrics = openMetrics({ sealer: sealer.isAlive, jobs: worker.isAlive })
  countInMetrics(metrics, database)
  const metricsServer = await serveMetrics(metrics, configuration.MAQAMI_METRICS_PORT)
  parts.defer(metricsServer.close)
  const known = readMigrations(MIGRATIONS_FOLDER).length
  const comparisons = openComparisonShelf(shipped, clock)
  const spillovers = openSpilloverShelf()
  const statistics = openStatisticsShelf()
  const identity = openIdentity(recorder, authPool, settings)
  const thread = openThread(identity, await openGateSigner(configuration, clock), {
    demonstration: calendar !== undefined,
    networks: configuration.MAQAMI_WEBHOOK_NETWORKS,
  })
  const authority = joinAuthority(
    readinessAuthority,
    auditLogAuthority,
    signInAuthority,
    peopleAuthority,
    pagesAuthority,
    programmesAuthority,
    comparisonsAuthority,
    spilloversAuthority,
    statisticsAuthority,
    threadAuthority,
    openapiAuthority,
  )
  const publicAddress = configuration.MAQAMI_PUBLIC_ADDRESS
  const forKeys = (): readonly KeyCommand[] => keyCommands(routes, authority)
  const routes: readonly Route<AnyRefusal>[] = [
    ...readinessRoutes(database, known, sealer.isAlive),
    ...auditLogRoutes(database),
    ...signInRoutes(identity),
    ...answeringOnce(identity, peopleRoutes(identity, forKeys)),
    ...thread.routes,
    ...comparisonsRoutes(comparisons),
    ...spilloversRoutes(spillovers),
    ...statisticsRoutes(statistics),
  ]
  const server = buildServer<AnyRefusal>({
    routes: [...routes, ...openapiRoutes({ routes, authority, problems: PROBLEMS, publicAddress })],
    authority,
    identify: async (visitor) => await identifyRequest(identity, visitor),
    trustedProxies: configuration.MAQAMI_TRUSTED_PROXIES,
    scanner: configuration.MAQAMI_VIRUS_SCANNER,
    computing: { commands: COMPUTED_FOR_ANYBODY, most: COMPUTED_A_MINUTE, clock: systemClock },
    problems: PROBLEMS,
    publicAddress,
    log,
    metrics,
    makeId,
  })
  servePages(server, {
    pages: await pages,
    authority,
    navigation: NAVIGATION,
    problemOf: (refusal, language, request) => problemOf(PROBLEMS, refusal as AnyRefusal, language, request),
    sayWhoMay: (actor, command, language) => sayWhoMay(authority, actor, command, language),
    publicAddress,
    readerOf: async (visitor) => await readerOf(identity, visitor),
    demonstrationDay: () => (calendar === undefined ? undefined : todayText(calendar)),
    fault: (error, request) => log.error({ err: error, request_id: request }, 'fault'),
    contexts: new Map<RouterContext, unknown>([
      [shippedShelf, shipped],
      [comparisonShelf, comparisons],
      [spilloverShelf, spillovers],
      [statisticsShelf, statistics],
      [identityContext, identity],
      [keyCommandsContext, forKeys],
      ...thread.contexts,
    ]),
  })
  await server.ready()
  parts.defer(async () => await server.close())
  const { MAQAMI_ADDRESS, MAQAMI_PORT } = configuration
  return {
    port: await listening(server.server, MAQAMI_ADDRESS, MAQAMI_PORT, 'MAQAMI_PORT'),
    metricsPort: metricsServer.port,
  }
}

const COMPUTED_FOR_ANYBODY = [
  'compare_routes',
  'work_out_spillover',
  'verify_letter',
  'verify_certificate',
  'see_schemes',
  'fetch_workbook',
]
/** Some two a second: an office of many people may come from one address. */
const COMPUTED_A_MINUTE = 120

function countInMetrics(metrics: Metrics, database: Database): void {
  for (const state of ['waiting', 'failed'] as const)
    metrics.count(`maqami_jobs_${state}`, `Jobs that are ${state}, by kind`, 'kind', async () => {
      const counts = await readAs(database, KEEPER, countJobs)
      return Object.fromEntries(counts.map((one) => [one.kind, one[state]]))
    })
}

async function record(recorder: Recorder, command: string, details: Readonly<Record<string, unknown>>): Promise<void> {
  await recordCommand(recorder, KEEPER, command, async () => {
    return await Promise.resolve({ done: undefined, subject: 'service', details })
  })
}

/** With another key everything before would look forged. */
async function refuseOtherKey({ database, key }: Recorder): Promise<void> {
  const last = await readCheckpoint(database, KEEPER)
  if ('done' in last && last.done.key_id !== key.id)
    throw new WrongInput([
      `The audit log was signed by the key ${last.done.key_id}, and this one is ${key.id}. Put that key back, or name it by MAQAMI_AUDIT_KEY_FILE.`,
    ])
}
