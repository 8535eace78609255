/** Where everybody may go from every page; an entry is shown to those whom the table of authority lets see what is behind it. */
import type { Destination } from './pages/serve-pages.ts'

export const NAVIGATION: readonly Destination[] = [
  { href: '/', command: 'see_programmes', label: { en: 'Programmes', ur: 'پروگرام' } },
]
