/** Pages of a test, served as those of the service are, without building them. */
import type { RouterContext, ServerBuild } from 'react-router'
import * as entry from './entry.server.tsx'
import type { Authority } from '../kernel/authority.ts'
import type { ComputingLimit } from '../kernel/limit-computing.ts'
import { openLog } from '../kernel/logging.ts'
import { openMetrics } from '../kernel/metrics.ts'
import { problemOf } from '../kernel/problem.ts'
import { buildServer, type ServerParts } from '../kernel/server.ts'
import { SERVER_PROBLEMS } from '../kernel/server-problems.ts'
import { type Actor, ANYBODY } from '../kernel/transaction.ts'
import type { ScannerAddress } from '../kernel/virus-scanner.ts'
import * as root from './root.tsx'
import type { BuiltPages } from './built-pages.ts'
import { FORM_PROBLEMS } from './form-problems.ts'
import { type PageParts, pagesAuthority, servePages } from './serve-pages.ts'
import * as unknown from './unknown-page.tsx'

type PageModule = Readonly<Record<string, unknown>>

/** By address, and the page of unknown addresses beside them. */
export function builtFrom(modules: Readonly<Record<string, PageModule>>): BuiltPages {
  const pages = Object.entries<PageModule>({ ...modules, '*': unknown }).map(([path, module]): [string, unknown] => [
    path,
    { id: path, parentId: 'root', path, hasLoader: 'loader' in module, module },
  ])
  const routes = {
    root: { id: 'root', path: '', hasLoader: false, module: root },
    ...Object.fromEntries<unknown>(pages),
  }
  const build = {
    entry: { module: entry },
    routes,
    assets: { entry: { imports: [], module: '' }, routes, url: '', version: '' },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: {},
    ssr: true,
    isSpaMode: false,
    prerender: [],
    routeDiscovery: { mode: 'initial', manifestPath: '' },
  }
  return { build: build as unknown as ServerBuild, assets: new Map([['a-1.css', Buffer.from('a{color:red}')]]) }
}

export function servedPages(
  pages: BuiltPages,
  more: {
    readonly authority?: Authority
    readonly contexts?: ReadonlyMap<RouterContext, unknown>
    /** Who acts, by the header `authorization`. */
    readonly actors?: ReadonlyMap<string, Actor>
    /** Who acts, where people sign in. */
    readonly identify?: ServerParts<never>['identify']
    readonly readerOf?: PageParts['readerOf']
    readonly sayWhoMay?: PageParts['sayWhoMay']
    readonly demonstrationDay?: string
    readonly scanner?: ScannerAddress
    readonly computing?: ComputingLimit
    /** Of refusals that are a slice's own. */
    readonly problems?: object
  } = {},
) {
  const faults: unknown[] = []
  const authority = { ...pagesAuthority, ...more.authority }
  const problems = { ...SERVER_PROBLEMS, ...FORM_PROBLEMS, ...more.problems }
  const publicAddress = new URL('https://maqami.example')
  const metrics = openMetrics({})
  const server = buildServer<never>({
    routes: [],
    authority,
    problems: problems,
    publicAddress,
    identify:
      more.identify ??
      (async ({ authorization = '' }) => await Promise.resolve({ done: more.actors?.get(authorization) ?? ANYBODY })),
    trustedProxies: [],
    scanner: more.scanner,
    ...(more.computing === undefined ? {} : { computing: more.computing }),
    log: openLog('silent'),
    metrics,
    makeId: () => 'request 1',
  })
  servePages(server, {
    pages,
    authority,
    navigation: [],
    problemOf: (refusal, language, request) => problemOf(problems, refusal as never, language, request),
    sayWhoMay: more.sayWhoMay ?? (({ role }, command) => `${role} asks to ${command}`),
    publicAddress,
    readerOf: more.readerOf ?? (async () => await Promise.resolve(undefined)),
    demonstrationDay: () => more.demonstrationDay,
    fault: (error) => faults.push(error),
    contexts: more.contexts ?? new Map(),
  })
  return { server, faults, metrics }
}
