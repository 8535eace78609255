/** The slices through which a return goes, put together: their routes, who may do what, and what their pages are given. */
import type { RouterContext } from 'react-router'
import { appealsAuthority, appealsRoutes } from './appeals/appeals-api.ts'
import { assessmentsAuthority, assessmentsRoutes } from './assessments/filed/assessments-api.ts'
import { runsAuthority, runsRoutes } from './assessments/runs/runs-api.ts'
import { attestationsAuthority, attestationsRoutes } from './attestations/attestations-api.ts'
import { answeringOnce } from './audit-log/answer-once.ts'
import { recorderContext } from './audit-log/recorder-context.ts'
import { paperContext } from './certificates/paper-context.ts'
import { certificatesAuthority, certificatesRoutes } from './certificates/certificates-api.ts'
import { schemesAuthority, schemesRoutes } from './certificates/schemes/schemes-api.ts'
import { claimsContext } from './budgets/claims-context.ts'
import { budgetsAuthority, budgetsRoutes } from './budgets/budgets-api.ts'
import { deadlinesRoutes } from './deadlines/deadlines-api.ts'
import { deadlinesAuthority } from './deadlines/see-calendar.ts'
import { desksAuthority } from './desks/see-desk.ts'
import type { Letters } from './determinations/decide-determination.ts'
import { nameClaims } from './determinations/name-claims.ts'
import { determinationsAuthority, determinationsRoutes } from './determinations/determinations-api.ts'
import {
  recommendationsAuthority,
  recommendationsRoutes,
} from './determinations/recommendations/recommendations-api.ts'
import { docketsAuthority, docketsRoutes } from './determinations/dockets/dockets-api.ts'
import { lettersContext } from './determinations/letters-context.ts'
import { printLetter, printPaper, renderLetter, renderPlainLetter } from './determinations/render-letter.ts'
import { documentsAuthority, documentsRoutes } from './documents/documents-api.ts'
import { holidaysAuthority, holidaysRoutes } from './holidays/holidays-api.ts'
import { joinAuthority } from './kernel/authority.ts'
import { jobsAuthority } from './jobs/see-jobs.ts'
import type { Route } from './kernel/route.ts'
import type { Actor } from './kernel/transaction.ts'
import { laboratoriesAuthority, laboratoriesRoutes } from './laboratories/laboratories-api.ts'
import { commitmentsAuthority, commitmentsRoutes } from './commitments/commitments-api.ts'
import { componentsAuthority, componentsRoutes } from './components/components-api.ts'
import { suppliesAuthority, suppliesRoutes } from './components/supplies-api.ts'
import { exportsAuthority, exportsRoutes } from './exports/exports-api.ts'
import { consultationsAuthority, consultationsRoutes } from './consultations/consultations-api.ts'
import { meetingsAuthority, meetingsRoutes } from './meetings/meetings-api.ts'
import { ledgerAuthority, ledgerRoutes } from './ledger/ledger-api.ts'
import { kitsAuthority, kitsRoutes } from './licences/kits/kits-api.ts'
import { licencesAuthority, licencesRoutes } from './licences/licences-api.ts'
import { gateContext } from './licences/gate-context.ts'
import type { GateSigner } from './licences/sign-answers.ts'
import { manufacturersAuthority, manufacturersRoutes } from './manufacturers/manufacturers-api.ts'
import { agreementsAuthority, agreementsRoutes } from './manufacturers/agreements/agreements-api.ts'
import { recordsAuthority, recordsRoutes } from './manufacturers/records/records-api.ts'
import { extensionsAuthority, extensionsRoutes } from './notices/extensions/extensions-api.ts'
import { hearingsAuthority, hearingsRoutes } from './notices/hearings/hearings-api.ts'
import { noticesAuthority, noticesRoutes } from './notices/notices-api.ts'
import { consideredOf } from './notices/read-notices.ts'
import { askForSignature, confirmSignature } from './people/confirm-signature.ts'
import type { Identity } from './people/open-identity.ts'
import { type ConfirmSignature, passkeyContext, signatureContext } from './people/signature-context.ts'
import { paymentsAuthority, paymentsRoutes } from './payments/payments-api.ts'
import { guaranteesAuthority, guaranteesRoutes } from './receipts/guarantees/guarantees-api.ts'
import { receiptsAuthority, receiptsRoutes } from './receipts/receipts-api.ts'
import { policyReleasesAuthority, policyReleasesRoutes } from './policy-releases/policy-releases-api.ts'
import { releaseShelf } from './policy-releases/release-shelf.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import type { AnyRefusal } from './problems.ts'
import { goalsAuthority, goalsRoutes } from './goals/goals-api.ts'
import { publicationsAuthority, publicationsRoutes } from './publications/publications-api.ts'
import { referralsAuthority, referralsRoutes } from './referrals/referrals-api.ts'
import { sanctionsAuthority, sanctionsRoutes } from './sanctions/sanctions-api.ts'
import { historyAuthority, historyRoutes } from './history/history-api.ts'
import { searchAuthority, searchRoutes } from './search/search-api.ts'
import { networksContext } from './webhooks/networks-context.ts'
import { webhooksRoutes } from './webhooks/webhooks-api.ts'
import { webhooksAuthority } from './webhooks/see-webhooks.ts'
import { billsAuthority, billsRoutes } from './products/bills/bills-api.ts'
import { eligibilityAuthority, eligibilityRoutes } from './products/eligibility/eligibility-api.ts'
import { productsAuthority, productsRoutes } from './products/products-api.ts'
import { billWorkbookAuthority, billWorkbookRoutes } from './returns/bills/bill-workbook-api.ts'
import { billNotesRoutes } from './returns/filing/bill-notes-api.ts'
import { draftShelf } from './simulations/drafts/draft-shelf-context.ts'
import { openDraftShelf } from './simulations/drafts/draft-shelf.ts'
import { effectsAuthority, effectsRoutes } from './simulations/effects/effects-api.ts'
import { simulationsAuthority, simulationsRoutes } from './simulations/simulations-api.ts'
import { draftsAuthority, draftsRoutes } from './returns/drafting/drafts-api.ts'
import { returnsAuthority, returnsRoutes } from './returns/filing/returns-api.ts'
import { questionsAuthority, questionsRoutes } from './returns/questions/questions-api.ts'
import { oversightAuthority, oversightRoutes } from './tests/oversight/oversight-api.ts'
import { openStatisticsShelf } from './statistics/statistics-shelf.ts'
import { testsAuthority, testsRoutes } from './tests/tests-api.ts'
import { successionsAuthority, successionsRoutes } from './successions/successions-api.ts'

export const threadAuthority = joinAuthority(
  jobsAuthority,
  documentsAuthority,
  referralsAuthority,
  holidaysAuthority,
  ledgerAuthority,
  policyReleasesAuthority,
  budgetsAuthority,
  manufacturersAuthority,
  recordsAuthority,
  agreementsAuthority,
  licencesAuthority,
  kitsAuthority,
  laboratoriesAuthority,
  certificatesAuthority,
  schemesAuthority,
  productsAuthority,
  eligibilityAuthority,
  billsAuthority,
  testsAuthority,
  oversightAuthority,
  attestationsAuthority,
  billWorkbookAuthority,
  returnsAuthority,
  questionsAuthority,
  draftsAuthority,
  assessmentsAuthority,
  runsAuthority,
  effectsAuthority,
  simulationsAuthority,
  publicationsAuthority,
  goalsAuthority,
  determinationsAuthority,
  recommendationsAuthority,
  docketsAuthority,
  noticesAuthority,
  paymentsAuthority,
  receiptsAuthority,
  guaranteesAuthority,
  hearingsAuthority,
  extensionsAuthority,
  successionsAuthority,
  sanctionsAuthority,
  appealsAuthority,
  deadlinesAuthority,
  meetingsAuthority,
  commitmentsAuthority,
  componentsAuthority,
  suppliesAuthority,
  exportsAuthority,
  consultationsAuthority,
  historyAuthority,
  searchAuthority,
  webhooksAuthority,
  desksAuthority,
)

export interface Thread {
  readonly routes: readonly Route<AnyRefusal>[]
  readonly contexts: ReadonlyMap<RouterContext, unknown>
}

interface Circumstances {
  readonly demonstration: boolean
  /** Those of the operator that messages may reach. */
  readonly networks: readonly string[]
}

export function openThread(
  identity: Identity,
  gate: GateSigner,
  { demonstration, networks }: Circumstances,
  confirm: ConfirmSignature = async (actor, given, hash) => await confirmSignature(identity, actor, given, hash),
): Thread {
  const shelf = releaseShelf()
  const simulated = openDraftShelf()
  const letters = lettersAt(identity.publicAddress, demonstration)
  return {
    routes: answeringOnce<AnyRefusal>(identity, [
      ...documentsRoutes(identity),
      ...referralsRoutes(identity),
      ...holidaysRoutes(identity),
      ...ledgerRoutes(identity),
      ...policyReleasesRoutes(identity),
      ...budgetsRoutes(identity, shelf),
      ...manufacturersRoutes(identity),
      ...recordsRoutes(identity),
      ...agreementsRoutes(identity),
      ...licencesRoutes(identity, shelf, gate),
      ...kitsRoutes(identity, shelf, gate),
      ...laboratoriesRoutes(identity),
      ...certificatesRoutes(identity, confirm),
      ...schemesRoutes(identity, shelf),
      ...productsRoutes(identity, shelf),
      ...eligibilityRoutes(identity, shelf),
      ...billsRoutes(identity),
      ...testsRoutes(identity, shelf, confirm),
      ...oversightRoutes(identity),
      ...attestationsRoutes(identity, confirm),
      ...returnsRoutes(identity, shelf, confirm),
      ...draftsRoutes(identity, shelf),
      ...billWorkbookRoutes(identity),
      ...billNotesRoutes(identity, shelf),
      ...questionsRoutes(identity, shelf),
      ...assessmentsRoutes(identity, shelf),
      ...runsRoutes(identity),
      ...effectsRoutes(identity, shelf),
      ...simulationsRoutes(identity, shelf, simulated),
      ...publicationsRoutes(identity, shelf),
      ...goalsRoutes(identity, shelf, openStatisticsShelf()),
      ...determinationsRoutes(identity, shelf, letters, confirm),
      ...recommendationsRoutes(identity),
      ...docketsRoutes(identity, confirm),
      ...paymentsRoutes(identity, confirm),
      ...receiptsRoutes(identity),
      ...guaranteesRoutes(identity),
      ...noticesRoutes(identity, shelf, letters),
      ...hearingsRoutes(identity, shelf, letters),
      ...extensionsRoutes(identity, shelf, letters),
      ...successionsRoutes(identity, shelf),
      ...sanctionsRoutes(identity),
      ...appealsRoutes(identity, shelf, letters, confirm),
      ...deadlinesRoutes(identity, shelf, identity.publicAddress),
      ...meetingsRoutes(identity),
      ...commitmentsRoutes(identity, shelf),
      ...componentsRoutes(identity, shelf),
      ...suppliesRoutes(identity),
      ...exportsRoutes(identity, shelf),
      ...consultationsRoutes(identity, shelf, simulated),
      ...historyRoutes(identity),
      ...searchRoutes(identity),
      ...webhooksRoutes(identity, networks),
    ]),
    contexts: new Map<RouterContext, unknown>([
      [recorderContext, identity],
      [shelfContext, shelf],
      [draftShelf, simulated],
      [claimsContext, nameClaims],
      [lettersContext, letters],
      [signatureContext, confirm],
      [passkeyContext, async (actor: Actor, hash: string) => await askForSignature(identity, actor, hash)],
      [gateContext, gate],
      [networksContext, networks],
      [paperContext, printPaper],
    ]),
  }
}

export function lettersAt(publicAddress: URL, demonstration: boolean): Letters {
  const addressOf = (number: string): string => new URL(`/verify/${number}`, publicAddress).href
  return {
    render: renderLetter,
    print: printLetter,
    renderPlain: renderPlainLetter,
    addressOf,
    considered: consideredOf,
    demonstration,
  }
}
