/** The page's own scripts have a hash in their names, so another version names others. */
const OWN_SCRIPT = 'script[type="module"][src]'

/** Whether the host has another version of this page by now; false where the host does not answer. */
export async function wasPageReplaced(): Promise<boolean> {
  const script = document.querySelector(OWN_SCRIPT)?.getAttribute('src')
  if (!import.meta.env.PROD || !script) return false
  try {
    const response = await fetch(new URL('./', location.href), { cache: 'no-store' })
    return response.ok && !(await response.text()).includes(script)
  } catch {
    return false
  }
}
