/** Where everybody may go from every page; an entry is shown to those whom the table of authority lets see what is behind it. */
import type { Destination } from './pages/serve-pages.ts'

export const NAVIGATION: readonly Destination[] = [
  { href: '/', command: 'see_programmes', label: { en: 'Programmes', ur: 'پروگرام' } },
  { href: '/clients', command: 'see_clients', label: { en: 'Clients', ur: 'مؤکل' } },
  { href: '/desk', command: 'see_desk', label: { en: 'Desk', ur: 'میز' } },
  { href: '/calendar', command: 'see_calendar', label: { en: 'Calendar', ur: 'کیلنڈر' } },
  { href: '/returns', command: 'see_returns', label: { en: 'Returns', ur: 'گوشوارے' } },
  { href: '/licences', command: 'see_licences', label: { en: 'Licences', ur: 'لائسنس' } },
  { href: '/assessment-runs', command: 'see_runs', label: { en: 'Runs', ur: 'اجتماعی تشخیصات' } },
  { href: '/determinations', command: 'see_determinations', label: { en: 'Determinations', ur: 'فیصلے' } },
  { href: '/appeals', command: 'see_appeals', label: { en: 'Appeals', ur: 'اپیلیں' } },
  { href: '/notices', command: 'see_notices', label: { en: 'Notices', ur: 'نوٹس' } },
  { href: '/inbox', command: 'see_inbox', label: { en: 'Inbox', ur: 'موصولہ خطوط' } },
  { href: '/sanctions', command: 'see_sanctions', label: { en: 'Sanctions', ur: 'تادیبی کارروائیاں' } },
  { href: '/referrals', command: 'release_referral', label: { en: 'Manual handling', ur: 'دستی کارروائی' } },
  { href: '/manufacturers', command: 'see_manufacturers', label: { en: 'Manufacturers', ur: 'صنعت کار' } },
  { href: '/organizations', command: 'register_organization', label: { en: 'Organizations', ur: 'ادارے' } },
  { href: '/models', command: 'register_model', label: { en: 'Models', ur: 'ماڈل' } },
  { href: '/attestations', command: 'see_attestations', label: { en: 'Attestations', ur: 'تصدیقات' } },
  { href: '/statement', command: 'see_own_statement', label: { en: 'Statement', ur: 'کھاتہ' } },
  { href: '/gate', command: 'ask_gate', label: { en: 'Gate', ur: 'درآمد کی جانچ' } },
  { href: '/releases', command: 'see_releases', label: { en: 'Releases of the law', ur: 'قانون کے اجرا' } },
  { href: '/webhooks', command: 'see_webhooks', label: { en: 'Other systems', ur: 'دوسرے نظام' } },
  { href: '/people', command: 'see_people', label: { en: 'People', ur: 'لوگ' } },
]
