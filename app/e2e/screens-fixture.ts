/** The pages that are looked at: each of `routes.ts` in each of its states, for each of those who may see it. */
import type { Role } from '../src/kernel/authority.ts'

export interface Reader {
  readonly role: Role
  /** Undefined for whoever has not signed in. */
  readonly email: string | undefined
}

/** One of each role, and makers to whom different things have happened. */
export const READERS: readonly Reader[] = [
  { role: 'public', email: undefined },
  { role: 'case_officer', email: 'case@board.example' },
  { role: 'approving_officer', email: 'approving@board.example' },
  { role: 'appellate_officer', email: 'appellate@board.example' },
  { role: 'policy_officer', email: 'policy@board.example' },
  { role: 'analyst', email: 'analyst@board.example' },
  { role: 'administrator', email: 'administrator@board.example' },
  { role: 'customs_officer', email: 'customs@customs.example' },
  { role: 'telecom_regulator', email: 'regulator@telecom.example' },
  { role: 'administrator', email: 'administrator@chenab.example' },
  { role: 'accountant', email: 'accountant@hisab.example' },
  { role: 'supplier_signatory', email: 'signatory@potohar.example' },
  { role: 'laboratory_signatory', email: 'signatory@laboratory.example' },
  /** Its licence was suspended and restored, and a return waits to be signed. */
  { role: 'maker_clerk', email: 'clerk@chenab.example' },
  { role: 'maker_signatory', email: 'signatory@chenab.example' },
  /** A notice runs. */
  { role: 'maker_signatory', email: 'signatory@indus.example' },
  /** Under law that does not bind. */
  { role: 'maker_clerk', email: 'clerk@kohsar.example' },
  /** It has applied, and has nothing else. */
  { role: 'maker_signatory', email: 'signatory@soan.example' },
]

interface Screen {
  /** As `routes.ts` writes it. */
  readonly route: string
  /** Those that a reader may not see are left out. */
  readonly of: (held: Held) => readonly string[]
  /** The page says that it is not there, or not for the reader, and is looked at all the same. */
  readonly isRefused?: boolean
}

const NOBODYS_ID = '00000000-0000-7000-8000-000000000000'

export const SCREENS: readonly Screen[] = [
  { route: '/', of: () => ['/'] },
  {
    route: 'programmes/:programme',
    of: () => [
      '/programmes/bicycles',
      '/programmes/pk-medmp-2026',
      '/programmes/pk-handset-taxes',
      '/programmes/bicycles?on=2027-06-30',
      '/programmes/bicycles?on=yesterday',
    ],
  },
  {
    route: 'compare/:comparison?',
    of: () => ['/compare', '/compare/pk-handset-comparison?cf_value=many'],
  },
  // For a script.
  { route: 'compare/:comparison/law', of: () => [] },
  {
    route: 'compare/:comparison/protection',
    of: () => [
      '/compare/pk-handset-comparison/protection',
      '/compare/pk-handset-comparison/protection?products.share=many',
    ],
  },
  {
    route: 'compare/:comparison/protection/:product',
    of: () => ['/compare/pk-handset-comparison/protection/charger'],
  },
  {
    route: 'compare/:comparison/:route/:finding',
    of: () => [
      '/compare/pk-handset-comparison/skd/retail_price',
      '/compare/pk-handset-comparison/complete_import/regulatory_duty',
    ],
  },
  {
    route: 'spillover',
    of: () => [
      '/spillover',
      '/spillover?sector=services&amount=5&into=',
      '/spillover?sector=services&amount=many&into=',
    ],
  },
  { route: 'spillover/own', of: () => ['/spillover/own'] },
  { route: 'statistics', of: () => ['/statistics'] },
  { route: 'programmes/:programme/drafts/:draft', of: () => ['/programmes/pk-medmp-2026/drafts/2026-02'] },
  { route: 'programmes/:programme/examples', of: () => ['/programmes/pk-medmp-2026/examples'] },
  {
    route: 'programmes/:programme/examples/:number',
    of: () => ['/programmes/pk-medmp-2026/examples/3', '/programmes/bicycles/examples/1'],
  },
  { route: 'calendar', of: () => ['/calendar', '/calendar?view=month', '/calendar?view=month&month=2028-12'] },
  { route: 'desk', of: () => ['/desk'] },
  { route: 'statement', of: () => ['/statement'] },
  { route: 'statement/payments', of: () => ['/statement/payments'] },
  { route: 'trial-balance', of: () => ['/trial-balance'] },
  { route: 'manufacturers', of: () => ['/manufacturers'] },
  { route: 'manufacturers/apply', of: () => ['/manufacturers/apply'] },
  { route: 'manufacturers/:id', of: ({ firms }) => firms.map((id) => `/manufacturers/${id}`) },
  { route: 'manufacturers/:id/decision', of: ({ firms }) => firms.map((id) => `/manufacturers/${id}/decision`) },
  { route: 'manufacturers/:id/periods', of: ({ firms }) => firms.map((id) => `/manufacturers/${id}/periods`) },
  { route: 'manufacturers/:id/records', of: ({ firms }) => firms.map((id) => `/manufacturers/${id}/records`) },
  {
    route: 'manufacturers/:id/records/new/:kind',
    of: ({ firms }) =>
      firms.flatMap((id) =>
        ['site', 'contact', 'brand', 'owner'].map((kind) => `/manufacturers/${id}/records/new/${kind}`),
      ),
  },
  { route: 'manufacturers/:id/agreements', of: ({ firms }) => firms.map((id) => `/manufacturers/${id}/agreements`) },
  { route: 'firm-agreements/:id', of: () => [`/firm-agreements/${NOBODYS_ID}`], isRefused: true },
  {
    route: 'manufacturers/:id/bound',
    of: ({ firms }) =>
      firms.flatMap((id) => [`/manufacturers/${id}/bound?on=2027-06-30`, `/manufacturers/${id}/bound?on=soon`]),
    isRefused: true,
  },
  {
    route: 'manufacturers/:id/events/:kind',
    of: ({ firms }) =>
      firms.flatMap((id) =>
        ['renamed', 'merged', 'succeeded', 'split'].map((kind) => `/manufacturers/${id}/events/${kind}`),
      ),
  },
  { route: 'firm-events/:id', of: () => [`/firm-events/${NOBODYS_ID}`], isRefused: true },
  { route: 'firm-records/:id', of: ({ records }) => records.map((id) => `/firm-records/${id}`) },
  { route: 'models', of: () => ['/models'] },
  { route: 'models/:id', of: ({ models }) => models.map((id) => `/models/${id}`) },
  { route: 'models/:id/export', of: ({ models }) => models.map((id) => `/models/${id}/export`) },
  // Those of the demonstration have a first revision, with a line 10.
  {
    route: 'models/:id/bills/:revision',
    of: ({ models }) => models.map((id) => `/models/${id}/bills/1`),
    isRefused: true,
  },
  {
    route: 'models/:id/bills/:revision/workbook',
    of: ({ models }) => models.map((id) => `/models/${id}/bills/1/workbook`),
    isRefused: true,
  },
  {
    route: 'models/:id/bills/:revision/lines/:position',
    of: ({ models }) => models.map((id) => `/models/${id}/bills/1/lines/10`),
    isRefused: true,
  },
  {
    route: 'laboratory/:what?',
    of: () => ['', '/equipment', '/price', '/capacity', '/staff'].map((what) => `/laboratory${what}`),
  },
  { route: 'laboratories', of: () => ['/laboratories'] },
  { route: 'laboratories/oversight', of: () => ['/laboratories/oversight'] },
  { route: 'laboratories/new', of: () => ['/laboratories/new'] },
  { route: 'laboratories/:number/accreditation', of: () => ['/laboratories/LAB-000001/accreditation'] },
  {
    route: 'laboratories/:number',
    of: () => [1, 2, 3, 4].map((nth) => `/laboratories/LAB-00000${nth}`),
  },
  { route: 'meetings', of: () => ['/meetings'] },
  { route: 'meetings/new', of: () => ['/meetings/new'] },
  { route: 'meetings/:number', of: () => [1, 2].map((nth) => `/meetings/MTG-00000${nth}`) },
  {
    route: 'meetings/:number/:what',
    of: () => ['paper', 'decision', 'action'].map((what) => `/meetings/MTG-000001/${what}`),
  },
  { route: 'meetings/:number/minutes/:language', of: () => [] },
  { route: 'investments', of: () => ['/investments'] },
  { route: 'investments/new', of: () => ['/investments/new'] },
  { route: 'investments/:number', of: () => [1, 2].map((nth) => `/investments/INV-00000${nth}`) },
  {
    route: 'investments/:number/:what',
    of: () => ['step', 'promise', 'realisation'].map((what) => `/investments/INV-000001/${what}?promise=PRM-000001`),
  },
  { route: 'promises', of: () => ['/promises'] },
  { route: 'consultations', of: () => ['/consultations'] },
  { route: 'consultations/new', of: () => ['/consultations/new'] },
  { route: 'consultations/:number', of: () => ['/consultations/CON-000001'] },
  { route: 'consultations/:number/:what', of: () => ['/consultations/CON-000001/comment'] },
  { route: 'plan', of: () => ['/plan'] },
  { route: 'plan/new', of: () => ['/plan/new'] },
  { route: 'plan/:id', of: () => [`/plan/${NOBODYS_ID}`], isRefused: true },
  { route: 'tests', of: () => ['/tests'] },
  { route: 'tests/new', of: () => ['/tests/new'] },
  {
    route: 'tests/:number',
    of: ({ tests }) => [...tests.map((number) => `/tests/${number}`), '/tests/T-999999'],
    isRefused: true,
  },
  { route: 'test-queue', of: () => ['/test-queue'] },
  { route: 'suppliers', of: () => ['/suppliers', '/suppliers?class=camera'] },
  { route: 'attestations', of: () => ['/attestations'] },
  { route: 'attestations/new', of: () => ['/attestations/new'] },
  { route: 'attestations/:id', of: ({ attestations }) => attestations.map((id) => `/attestations/${id}`) },
  { route: 'licences', of: () => ['/licences'] },
  { route: 'licences/grant', of: () => ['/licences/grant', '/licences/grant?granted=IL-000001'] },
  { route: 'licences/:number', of: ({ licences }) => licences.map((number) => `/licences/${number}`) },
  {
    route: 'gate',
    of: () => [
      '/gate',
      '/gate?licence=IL-000001&day=2028-10-02&hs_line=87149100&units=10',
      '/gate?licence=IL-000001&day=2028-10-02&hs_line=87149100&units=900000',
      '/gate?licence=CN-000005&day=2028-10-02&hs_line=85171300&units=10',
      '/gate?licence=IL-999999&day=soon&hs_line=8714&units=1',
    ],
    isRefused: true,
  },
  {
    route: 'gate/models',
    of: () => [
      '/gate/models',
      '/gate/models?licence=MA-000006&day=2028-10-02',
      '/gate/models?licence=IL-000002&day=2028-10-02',
      '/gate/models?licence=MA-999999&day=soon',
    ],
    isRefused: true,
  },
  {
    route: 'referrals',
    of: () => ['/referrals', '/referrals?kind=job_failed', '/referrals?state=released'],
  },
  { route: 'referrals/:id', of: ({ referrals }) => referrals.map((id) => `/referrals/${id}`) },
  { route: 'gate/kits', of: () => ['/gate/kits'] },
  { route: 'gate/kits/:id', of: ({ kits }) => kits.map((id) => `/gate/kits/${id}`) },
  { route: 'gate/draws/:id', of: ({ draws }) => draws.map((id) => `/gate/draws/${id}`) },
  { route: 'assessment-runs', of: () => ['/assessment-runs'] },
  { route: 'assessment-runs/:id', of: ({ runs }) => runs.map((id) => `/assessment-runs/${id}`) },
  { route: 'dockets', of: ({ runs }) => ['/dockets', ...runs.slice(0, 1).map((id) => `/dockets?run=${id}`)] },
  { route: 'dockets/:id', of: ({ dockets }) => dockets.map((id) => `/dockets/${id}`) },
  { route: 'returns', of: () => ['/returns'] },
  { route: 'returns/:id', of: ({ returns }) => returns.map(({ id }) => `/returns/${id}`) },
  { route: 'returns/:id/questions', of: ({ returns }) => returns.map(({ id }) => `/returns/${id}/questions`) },
  { route: 'questions/:id', of: ({ questions }) => questions.map((id) => `/questions/${id}`) },
  {
    route: 'returns/:id/versions/:version',
    of: ({ returns }) => returns.flatMap(({ id, versions }) => versions.map((one) => `/returns/${id}/versions/${one}`)),
  },
  { route: 'returns/:id/draft', of: ({ returns }) => returns.map(({ id }) => `/returns/${id}/draft`) },
  {
    route: 'returns/:id/draft/:sheet',
    of: ({ returns }) => returns.flatMap(({ id }) => [`/returns/${id}/draft/models`, `/returns/${id}/draft/imports`]),
  },
  {
    route: 'returns/:id/draft/:sheet/lines/:line',
    of: ({ returns }) =>
      returns.flatMap(({ id }) => ['new', 3, 4].map((line) => `/returns/${id}/draft/models/lines/${line}`)),
  },
  {
    route: 'returns/:id/versions/:version/bill',
    of: ({ returns }) =>
      returns.flatMap(({ id, versions }) => versions.map((one) => `/returns/${id}/versions/${one}/bill`)),
    // Of a version with errors nothing can be said.
    isRefused: true,
  },
  {
    route: 'returns/:id/versions/:version/advice',
    of: ({ returns }) =>
      returns.flatMap(({ id, versions }) => versions.map((one) => `/returns/${id}/versions/${one}/advice`)),
    // Of a version with errors nothing can be said.
    isRefused: true,
  },
  {
    route: 'returns/:id/versions/:version/withdraw',
    of: ({ returns }) =>
      returns.flatMap(({ id, versions }) => versions.map((one) => `/returns/${id}/versions/${one}/withdraw`)),
  },
  {
    route: 'returns/:id/versions/:version/difference',
    of: ({ returns }) =>
      returns.flatMap(({ id, versions }) => versions.map((one) => `/returns/${id}/versions/${one}/difference`)),
    // Before a first version there is none.
    isRefused: true,
  },
  { route: 'issuer-keys', of: () => ['/issuer-keys'] },
  { route: 'overview', of: () => ['/overview'] },
  { route: 'goals', of: () => ['/goals'] },
  { route: 'components', of: () => ['/components'] },
  { route: 'exports', of: () => ['/exports'] },
  { route: 'exports/evidence', of: () => ['/exports/evidence'] },
  {
    route: 'components/:programme/:component',
    of: () => ['/components/pk-medmp-2026/display', '/components/pk-medmp-2026/none'],
    isRefused: true,
  },
  {
    route: 'goals/:programme/:goal',
    of: () => ['/goals/bicycles/bicycles', '/goals/bicycles/training', '/goals/bicycles/none'],
    isRefused: true,
  },
  { route: 'publications', of: () => ['/publications'] },
  {
    route: 'publications/:programme/:year/:edition',
    of: () => ['/publications/bicycles/2026-27/1', '/publications/bicycles/2026-27/9'],
    isRefused: true,
  },
  { route: 'schemes', of: () => ['/schemes'] },
  { route: 'certificates', of: () => ['/certificates', '/certificates?q=nothing'] },
  { route: 'certificates/:number', of: () => ['/certificates/C-000001', '/certificates/C-999999'], isRefused: true },
  // Files.
  { route: 'publications.atom', of: () => [] },
  { route: 'publications/:programme/:year/:edition/:file', of: () => [] },
  { route: 'laboratories/:number/did.json', of: () => [] },
  { route: 'status-lists/:name', of: () => [] },
  { route: 'certificates/:number/paper', of: () => [] },
  { route: 'certificates/:number/credential', of: () => [] },
  { route: 'returns/:id/review', of: ({ returns }) => returns.map(({ id }) => `/returns/${id}/review`) },
  { route: 'returns/:id/assess', of: ({ returns }) => returns.map(({ id }) => `/returns/${id}/assess`) },
  { route: 'assessments/:id', of: ({ assessments }) => assessments.map((id) => `/assessments/${id}`) },
  {
    route: 'assessments/:id/determinations',
    of: ({ assessments }) => assessments.map((id) => `/assessments/${id}/determinations`),
  },
  { route: 'determinations', of: () => ['/determinations'] },
  {
    route: 'determinations/:number',
    of: ({ determinations }) => determinations.map((one) => `/determinations/${one}`),
  },
  { route: 'verify/:number', of: () => ['/verify/D-000001', '/verify/D-000009', '/verify/D-999999'], isRefused: true },
  {
    route: 'determinations/:number/decide',
    of: ({ determinations }) => determinations.map((one) => `/determinations/${one}/decide`),
  },
  {
    route: 'determinations/:number/reply',
    of: ({ determinations }) => determinations.map((one) => `/determinations/${one}/reply`),
  },
  {
    route: 'determinations/:number/notice',
    of: ({ determinations }) => determinations.map((one) => `/determinations/${one}/notice`),
  },
  { route: 'budgets', of: () => ['/budgets'] },
  { route: 'budgets/propose', of: () => ['/budgets/propose'] },
  { route: 'budgets/:number', of: ({ budgets }) => budgets.map((number) => `/budgets/${number}`) },
  { route: 'payments', of: ({ firms }) => ['/payments', ...firms.map((id) => `/payments?firm=${id}`)] },
  { route: 'payments/prepare', of: () => ['/payments/prepare'] },
  { route: 'payments/reconcile', of: () => ['/payments/reconcile'] },
  { route: 'payments/:number', of: ({ payments }) => payments.map((number) => `/payments/${number}`) },
  { route: 'guarantees', of: () => ['/guarantees'] },
  { route: 'guarantees/record', of: () => ['/guarantees/record'] },
  { route: 'guarantees/:number', of: ({ guarantees }) => guarantees.map((number) => `/guarantees/${number}`) },
  { route: 'receipts', of: () => ['/receipts'] },
  { route: 'receipts/import', of: () => ['/receipts/import'] },
  {
    route: 'receipts/statements/:number',
    of: ({ statements }) => statements.map((number) => `/receipts/statements/${number}`),
  },
  { route: 'receipts/:id', of: ({ receipts }) => receipts.map((id) => `/receipts/${id}`) },
  { route: 'sanctions', of: () => ['/sanctions'] },
  { route: 'appeals', of: () => ['/appeals'] },
  { route: 'appeals/:id', of: ({ appeals }) => appeals.map((id) => `/appeals/${id}`) },
  { route: 'appeals/:id/order', of: ({ appeals }) => appeals.map((id) => `/appeals/${id}/order`) },
  {
    route: 'determinations/:number/appeal',
    of: ({ determinations }) => determinations.map((one) => `/determinations/${one}/appeal`),
  },
  { route: 'notices', of: () => ['/notices'] },
  { route: 'notices/:id', of: ({ notices }) => notices.map((id) => `/notices/${id}`) },
  { route: 'notices/:id/cure', of: ({ notices }) => notices.map((id) => `/notices/${id}/cure`) },
  { route: 'notices/:id/service', of: ({ notices }) => notices.map((id) => `/notices/${id}/service`) },
  { route: 'notices/:id/hearing', of: ({ notices }) => notices.map((id) => `/notices/${id}/hearing`) },
  { route: 'notices/:id/time', of: ({ notices }) => notices.map((id) => `/notices/${id}/time`) },
  { route: 'holidays', of: () => ['/holidays'] },
  { route: 'inbox', of: () => ['/inbox'] },
  { route: 'releases', of: () => ['/releases'] },
  { route: 'simulations', of: () => ['/simulations'] },
  { route: 'simulations/:id', of: ({ simulations }) => simulations.map((id) => `/simulations/${id}`) },
  // Files.
  { route: 'simulations/:id/paper', of: () => [] },
  { route: 'simulations/:id/files/:holds', of: () => [] },
  {
    route: 'simulations/:id/years/:year',
    of: ({ simulations }) =>
      simulations.flatMap((id) => ['2028-29', '2030-31?wanted=all'].map((year) => `/simulations/${id}/years/${year}`)),
  },
  {
    route: 'simulations/:id/cases/:row',
    of: ({ simulations }) =>
      simulations.flatMap((id) => ['1', '1?law=release', '9999'].map((row) => `/simulations/${id}/cases/${row}`)),
    isRefused: true,
  },
  { route: 'releases/:id/effect', of: ({ releases }) => releases.map((id) => `/releases/${id}/effect`) },
  {
    route: 'releases/:id/effect/:return',
    of: ({ releases, returns }) =>
      releases.flatMap((id) =>
        returns
          .slice(0, 2)
          .flatMap((one) => ['proposed', 'base'].map((law) => `/releases/${id}/effect/${one.id}?law=${law}`)),
      ),
    // A first release changes nothing, and some returns are under another programme.
    isRefused: true,
  },
  { route: 'releases/:id/decline', of: ({ releases }) => releases.map((id) => `/releases/${id}/decline`) },
  { route: 'webhooks', of: () => ['/webhooks'] },
  { route: 'webhooks/:id', of: () => [`/webhooks/${NOBODYS_ID}`], isRefused: true },
  {
    route: 'history/:thing/:id',
    of: ({
      firms,
      models,
      licences,
      returns,
      determinations,
      notices,
      appeals,
      budgets,
      payments,
      receipts,
      guarantees,
    }) => [
      ...firms.map((id) => `/history/manufacturers/${id}`),
      ...models.map((id) => `/history/models/${id}`),
      ...licences.map((number) => `/history/licences/${number}`),
      ...returns.map(({ id }) => `/history/returns/${id}`),
      ...determinations.map((number) => `/history/determinations/${number}`),
      ...notices.map((id) => `/history/notices/${id}`),
      ...appeals.map((id) => `/history/appeals/${id}`),
      ...budgets.map((number) => `/history/budgets/${number}`),
      ...payments.map((number) => `/history/payments/${number}`),
      ...receipts.map((id) => `/history/receipts/${id}`),
      ...guarantees.map((number) => `/history/guarantees/${number}`),
    ],
  },
  {
    route: 'search',
    of: () => ['/search', '/search?q=chenab', '/search?q=D+1', '/search?q=2027-28', '/search?q=zzz', '/search?q=-'],
  },
  { route: 'jobs', of: () => ['/jobs'] },
  { route: 'sign-in', of: () => ['/sign-in', '/sign-in?error=access_denied'] },
  { route: 'sign-in/code', of: () => ['/sign-in/code'] },
  { route: 'sign-in/openid', of: () => ['/sign-in/openid'], isRefused: true },
  // It leads elsewhere, whoever opens it.
  { route: 'sign-out', of: () => [] },
  { route: 'forgotten-password', of: () => ['/forgotten-password'] },
  { route: 'new-password', of: () => ['/new-password', '/new-password?token=unknown'], isRefused: true },
  { route: 'accept-invitation', of: () => ['/accept-invitation?token=unknown'], isRefused: true },
  { route: 'account', of: () => ['/account'] },
  { route: 'account/second-factor', of: () => ['/account/second-factor'] },
  { route: 'recovery/stop', of: () => ['/recovery/stop', '/recovery/stop?token=unknown'] },
  { route: 'recovery/finish', of: () => ['/recovery/finish', '/recovery/finish?token=unknown'] },
  { route: 'people/recoveries', of: () => ['/people/recoveries'] },
  { route: 'account/password', of: () => ['/account/password'] },
  { route: 'account/passkeys', of: () => ['/account/passkeys'] },
  { route: 'organizations', of: () => ['/organizations'] },
  { route: 'people', of: () => ['/people'] },
  { route: 'clients', of: () => ['/clients'] },
  { route: 'people/accountants', of: () => ['/people/accountants'] },
  { route: 'people/keys', of: () => ['/people/keys'] },
  { route: 'people/sign-ins', of: () => ['/people/sign-ins'] },
  { route: '*', of: () => ['/nowhere', `/returns/${NOBODYS_ID}`], isRefused: true },
]

/** What there is in the service, under the names that addresses have. */
export interface Held {
  readonly firms: readonly string[]
  readonly models: readonly string[]
  /** What they say of themselves. */
  readonly records: readonly string[]
  readonly tests: readonly string[]
  readonly attestations: readonly string[]
  readonly licences: readonly string[]
  readonly referrals: readonly string[]
  readonly draws: readonly string[]
  readonly kits: readonly string[]
  readonly runs: readonly string[]
  readonly dockets: readonly string[]
  readonly returns: readonly { readonly id: string; readonly versions: readonly number[] }[]
  readonly questions: readonly string[]
  readonly assessments: readonly string[]
  readonly determinations: readonly string[]
  readonly appeals: readonly string[]
  readonly budgets: readonly string[]
  readonly payments: readonly string[]
  /** Of the bank. */
  readonly statements: readonly string[]
  readonly receipts: readonly string[]
  readonly guarantees: readonly string[]
  readonly notices: readonly string[]
  readonly releases: readonly string[]
  readonly simulations: readonly string[]
}
