/** Which page stands at which address. A page is a route module in its slice; what it asks of the table of authority is in its `handle`. */
import { index, route, type RouteConfig } from '@react-router/dev/routes'

export default [
  index('../policy-releases/programmes-page.tsx'),
  route('programmes/:programme', '../policy-releases/programme-page.tsx'),
  route('programmes/:programme/numbers.csv', '../policy-releases/numbers-csv-page.tsx'),
  route('programmes/:programme/drafts/:draft', '../policy-releases/draft-page.tsx'),
  route('programmes/:programme/examples', '../policy-releases/examples-page.tsx'),
  route('programmes/:programme/examples/:number', '../policy-releases/example-page.tsx'),
  route('desk', '../desks/desk-page.tsx'),
  route('statement', '../desks/statement-page.tsx'),
  route('statement.csv', '../desks/statement-csv-page.tsx'),
  route('manufacturers/apply', '../manufacturers/apply-page.tsx'),
  route('manufacturers/:id', '../manufacturers/manufacturer-page.tsx'),
  route('models', '../products/models-page.tsx'),
  route('licences', '../licences/licences-page.tsx'),
  route('licences/:number', '../licences/licence-page.tsx'),
  route('returns', '../returns/filing/returns-page.tsx'),
  route('returns/:id', '../returns/filing/return-page.tsx'),
  route('returns/:id/versions/:version', '../assessments/filed/version-page.tsx'),
  route('determinations', '../determinations/determinations-page.tsx'),
  route('determinations/:number', '../determinations/determination-page.tsx'),
  route('notices/:id', '../notices/notice-page.tsx'),
  route('*', 'unknown-page.tsx'),
] satisfies RouteConfig
