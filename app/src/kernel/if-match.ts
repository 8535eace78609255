/** The tag of `If-Match` where it is the number of a version. */

/** A tag that none of ours could be is none that was seen. */
export function versionOf(tag: string | undefined): number | undefined {
  return tag === undefined ? undefined : /^[1-9]\d{0,8}$/.test(tag) ? Number(tag) : 0
}
