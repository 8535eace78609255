/** Which page stands at which address. A page is a route module in its slice; what it asks of the table of authority is in its `handle`. */
import { index, route, type RouteConfig } from '@react-router/dev/routes'

export default [
  index('../policy-releases/programmes-page.tsx'),
  route('programmes/:programme', '../policy-releases/programme-page.tsx'),
  route('programmes/:programme/numbers.csv', '../policy-releases/numbers-csv-page.tsx'),
  route('programmes/:programme/drafts/:draft', '../policy-releases/draft-page.tsx'),
  route('programmes/:programme/examples', '../policy-releases/examples-page.tsx'),
  route('programmes/:programme/examples/:number', '../policy-releases/example-page.tsx'),
  route('*', 'unknown-page.tsx'),
] satisfies RouteConfig
