/** A check is known by its rule and the quantity of it: `rule.quantity`. */
export const toCheckId = (rule: string, quantity: string): string => `${rule}.${quantity}`

export function splitCheckId(checkId: string): readonly [rule: string, quantity: string] {
  const [rule = '', quantity = ''] = checkId.split('.')
  return [rule, quantity]
}

export const ruleOf = (checkId: string): string => splitCheckId(checkId)[0]
