/** What will stand here, and how it comes about. */
export function EmptyState({ children }: { readonly children: string }) {
  return <p className="empty">{children}</p>
}
