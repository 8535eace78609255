/** Every refusal of the service: its status, its title and its sentence. A code without a row here does not compile. */
import { ASSESSMENTS_PROBLEMS } from './assessments/filed/assessments-problems.ts'
import type { RunRefusal } from './assessments/runs/run.ts'
import { RUNS_PROBLEMS } from './assessments/runs/runs-problems.ts'
import type { AssessmentRefusal } from './assessments/filed/assessment.ts'
import type { AttestationRefusal } from './attestations/attestation.ts'
import { ATTESTATIONS_PROBLEMS } from './attestations/attestations-problems.ts'
import type { CertificateRefusal } from './certificates/certificate.ts'
import { CERTIFICATES_PROBLEMS } from './certificates/certificates-problems.ts'
import type { AppealRefusal } from './appeals/appeal.ts'
import { APPEALS_PROBLEMS } from './appeals/appeals-problems.ts'
import type { NothingSealed } from './audit-log/read-checkpoint.ts'
import type { BudgetRefusal } from './budgets/budget.ts'
import { BUDGETS_PROBLEMS } from './budgets/budgets-problems.ts'
import { COMPARISONS_PROBLEMS, type ComparisonRefusal } from './comparisons/comparisons-problems.ts'
import { SPILLOVERS_PROBLEMS, type SpilloverRefusal } from './spillovers/spillovers-problems.ts'
import { DEADLINES_PROBLEMS } from './deadlines/deadlines-problems.ts'
import type { CalendarUnknown } from './deadlines/share-calendar.ts'
import type { DeterminationRefusal } from './determinations/determination.ts'
import type { DocketRefusal } from './determinations/dockets/docket.ts'
import { DOCKETS_PROBLEMS } from './determinations/dockets/dockets-problems.ts'
import { DETERMINATIONS_PROBLEMS } from './determinations/determinations-problems.ts'
import type { ReplyRefusal } from './determinations/recommendations/recommendation.ts'
import { RECOMMENDATIONS_PROBLEMS } from './determinations/recommendations/recommendations-problems.ts'
import type { FileRefusal, NoDocument } from './documents/document.ts'
import { DOCUMENTS_PROBLEMS } from './documents/documents-problems.ts'
import type { JobRefusal } from './jobs/job.ts'
import { JOBS_PROBLEMS } from './jobs/jobs-problems.ts'
import type { GoalRefusal } from './goals/goal.ts'
import { GOALS_PROBLEMS } from './goals/goals-problems.ts'
import type { PublicationRefusal } from './publications/publication.ts'
import { PUBLICATIONS_PROBLEMS } from './publications/publications-problems.ts'
import { LABORATORIES_PROBLEMS } from './laboratories/laboratories-problems.ts'
import type { LaboratoryRefusal } from './laboratories/laboratory.ts'
import { COMMITMENTS_PROBLEMS } from './commitments/commitments-problems.ts'
import type { ComponentRefusal } from './components/component.ts'
import type { SupplyRefusal } from './components/supply.ts'
import { COMPONENTS_PROBLEMS } from './components/components-problems.ts'
import type { ExportRefusal } from './exports/export.ts'
import { EXPORTS_PROBLEMS } from './exports/exports-problems.ts'
import type { CandidateRefusal } from './commitments/candidate.ts'
import type { PromiseRefusal } from './commitments/promise.ts'
import { CONSULTATIONS_PROBLEMS } from './consultations/consultations-problems.ts'
import type { ConsultationRefusal } from './consultations/consultation.ts'
import { MEETINGS_PROBLEMS } from './meetings/meetings-problems.ts'
import type { MeetingRefusal } from './meetings/meeting.ts'
import type { MilestoneRefusal } from './meetings/milestone.ts'
import type { LicenceRefusal } from './licences/licence.ts'
import { LICENCES_PROBLEMS } from './licences/licences-problems.ts'
import type { ManufacturerRefusal, NotAuthorised } from './manufacturers/manufacturer.ts'
import { MANUFACTURERS_PROBLEMS } from './manufacturers/manufacturers-problems.ts'
import type { AgreementRefusal } from './manufacturers/agreements/agreement.ts'
import { AGREEMENTS_PROBLEMS } from './manufacturers/agreements/agreements-problems.ts'
import type { RecordRefusal } from './manufacturers/records/record.ts'
import { RECORDS_PROBLEMS } from './manufacturers/records/records-problems.ts'
import type { HolidayRefusal } from './holidays/holiday.ts'
import { HOLIDAYS_PROBLEMS } from './holidays/holidays-problems.ts'
import type { TimeRefusal } from './notices/extensions/extension.ts'
import { EXTENSIONS_PROBLEMS } from './notices/extensions/extensions-problems.ts'
import type { HearingRefusal } from './notices/hearings/hearing.ts'
import { HEARINGS_PROBLEMS } from './notices/hearings/hearings-problems.ts'
import type { NoticeRefusal } from './notices/notice.ts'
import { NOTICES_PROBLEMS } from './notices/notices-problems.ts'
import type { PaymentRefusal } from './payments/payment.ts'
import { PAYMENTS_PROBLEMS } from './payments/payments-problems.ts'
import type { GuaranteeRefusal } from './receipts/guarantees/guarantee.ts'
import { GUARANTEES_PROBLEMS } from './receipts/guarantees/guarantees-problems.ts'
import type { ReceiptRefusal } from './receipts/receipt.ts'
import { RECEIPTS_PROBLEMS } from './receipts/receipts-problems.ts'
import type { NotADay } from './policy-releases/numbers-on.ts'
import type { SimulationRefusal } from './simulations/simulation.ts'
import { SIMULATIONS_PROBLEMS } from './simulations/simulations-problems.ts'
import type { WebhookRefusal } from './webhooks/webhook.ts'
import { WEBHOOKS_PROBLEMS } from './webhooks/webhooks-problems.ts'
import type { ProblemTable, ServerRefusal } from './kernel/problem.ts'
import { SERVER_PROBLEMS } from './kernel/server-problems.ts'
import { FORM_PROBLEMS } from './pages/form-problems.ts'
import type { FormRefusal } from './pages/read-form.ts'
import { PEOPLE_PROBLEMS, type PeopleRefusal } from './people/people-problems.ts'
import type { NotInForce, ReleaseRefusal } from './policy-releases/policy-release.ts'
import { POLICY_RELEASES_PROBLEMS } from './policy-releases/policy-releases-problems.ts'
import type { BillRefusal } from './products/bills/bill.ts'
import { BILLS_PROBLEMS } from './products/bills/bills-problems.ts'
import type { ModelRefusal } from './products/model.ts'
import type { ReferralRefusal } from './referrals/referral.ts'
import { REFERRALS_PROBLEMS } from './referrals/referrals-problems.ts'
import { TESTS_PROBLEMS } from './tests/tests-problems.ts'
import type { TestRefusal } from './tests/way.ts'
import { PRODUCTS_PROBLEMS } from './products/products-problems.ts'
import type { HistoryRefusal } from './history/history.ts'
import { HISTORY_PROBLEMS } from './history/history-problems.ts'
import type { SearchRefusal } from './search/search.ts'
import { SEARCH_PROBLEMS } from './search/search-problems.ts'
import type { RatesBroken, ReturnRefusal } from './returns/filing/return.ts'
import type { FirmEventRefusal } from './manufacturers/life/life.ts'
import { SUCCESSIONS_PROBLEMS } from './successions/successions-problems.ts'
import { DRAFTS_PROBLEMS } from './returns/drafting/drafts-problems.ts'
import type { DraftRefusal } from './returns/drafting/draft-lines.ts'
import { RETURNS_PROBLEMS } from './returns/filing/returns-problems.ts'
import type { QuestionRefusal } from './returns/questions/question.ts'
import { QUESTIONS_PROBLEMS } from './returns/questions/questions-problems.ts'

export type AnyRefusal =
  | ServerRefusal
  | FormRefusal
  | NotADay
  | NothingSealed
  | JobRefusal
  | PeopleRefusal
  | NoDocument
  | FileRefusal
  | ReferralRefusal
  | ReleaseRefusal
  | NotInForce
  | BudgetRefusal
  | ManufacturerRefusal
  | NotAuthorised
  | RecordRefusal
  | AgreementRefusal
  | LaboratoryRefusal
  | MeetingRefusal
  | ConsultationRefusal
  | CandidateRefusal
  | ComponentRefusal
  | SupplyRefusal
  | ExportRefusal
  | PromiseRefusal
  | MilestoneRefusal
  | PublicationRefusal
  | GoalRefusal
  | LicenceRefusal
  | CertificateRefusal
  | ModelRefusal
  | BillRefusal
  | TestRefusal
  | AttestationRefusal
  | ReturnRefusal
  | RatesBroken
  | QuestionRefusal
  | AssessmentRefusal
  | RunRefusal
  | DeterminationRefusal
  | ReplyRefusal
  | DocketRefusal
  | NoticeRefusal
  | PaymentRefusal
  | ReceiptRefusal
  | GuaranteeRefusal
  | HearingRefusal
  | TimeRefusal
  | HolidayRefusal
  | FirmEventRefusal
  | AppealRefusal
  | ComparisonRefusal
  | SimulationRefusal
  | SpilloverRefusal
  | CalendarUnknown
  | HistoryRefusal
  | SearchRefusal
  | DraftRefusal
  | WebhookRefusal

export const PROBLEMS: ProblemTable<AnyRefusal> = {
  ...SERVER_PROBLEMS,
  ...FORM_PROBLEMS,
  ...JOBS_PROBLEMS,
  ...PEOPLE_PROBLEMS,
  ...DOCUMENTS_PROBLEMS,
  ...REFERRALS_PROBLEMS,
  ...HOLIDAYS_PROBLEMS,
  ...POLICY_RELEASES_PROBLEMS,
  ...BUDGETS_PROBLEMS,
  ...MANUFACTURERS_PROBLEMS,
  ...RECORDS_PROBLEMS,
  ...AGREEMENTS_PROBLEMS,
  ...LABORATORIES_PROBLEMS,
  ...MEETINGS_PROBLEMS,
  ...CONSULTATIONS_PROBLEMS,
  ...PUBLICATIONS_PROBLEMS,
  ...GOALS_PROBLEMS,
  ...COMMITMENTS_PROBLEMS,
  ...COMPONENTS_PROBLEMS,
  ...EXPORTS_PROBLEMS,
  ...LICENCES_PROBLEMS,
  ...CERTIFICATES_PROBLEMS,
  ...PRODUCTS_PROBLEMS,
  ...BILLS_PROBLEMS,
  ...TESTS_PROBLEMS,
  ...ATTESTATIONS_PROBLEMS,
  ...RETURNS_PROBLEMS,
  ...QUESTIONS_PROBLEMS,
  ...DRAFTS_PROBLEMS,
  ...ASSESSMENTS_PROBLEMS,
  ...RUNS_PROBLEMS,
  ...DETERMINATIONS_PROBLEMS,
  ...RECOMMENDATIONS_PROBLEMS,
  ...DOCKETS_PROBLEMS,
  ...NOTICES_PROBLEMS,
  ...PAYMENTS_PROBLEMS,
  ...RECEIPTS_PROBLEMS,
  ...COMPARISONS_PROBLEMS,
  ...SIMULATIONS_PROBLEMS,
  ...SPILLOVERS_PROBLEMS,
  ...GUARANTEES_PROBLEMS,
  ...HEARINGS_PROBLEMS,
  ...EXTENSIONS_PROBLEMS,
  ...SUCCESSIONS_PROBLEMS,
  ...APPEALS_PROBLEMS,
  ...DEADLINES_PROBLEMS,
  ...HISTORY_PROBLEMS,
  ...SEARCH_PROBLEMS,
  ...WEBHOOKS_PROBLEMS,
  not_a_day: {
    status: 422,
    title: { en: 'That is no day', ur: 'یہ کوئی دن نہیں' },
    sentence: {
      en: ({ text }) => `'${text}' is no day of the calendar. Write year, month and day: 2027-06-30.`,
      ur: ({ text }) =>
        `'\u2068${text}\u2069' کیلنڈر کا کوئی دن نہیں۔ سال، مہینہ اور دن لکھیے: \u20662027-06-30\u2069۔`,
    },
  },
  nothing_sealed: {
    status: 404,
    title: { en: 'No checkpoint yet', ur: 'ابھی کوئی چیک پوائنٹ نہیں' },
    sentence: {
      en: () => 'Nothing has been sealed in the audit log. Ask again in a second.',
      ur: () => 'آڈٹ لاگ میں ابھی کچھ مہر بند نہیں ہوا۔ ایک سیکنڈ بعد دوبارہ پوچھیے۔',
    },
  },
}
