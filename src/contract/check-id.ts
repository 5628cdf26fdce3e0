/** A check is known by its rule and the quantity of it: `rule.quantity`. */
export const checkIdOf = (rule: string, quantity: string): string => `${rule}.${quantity}`

export function ruleAndQuantity(checkId: string): readonly [rule: string, quantity: string] {
  const [rule = '', quantity = ''] = checkId.split('.')
  return [rule, quantity]
}

export const ruleOf = (checkId: string): string => ruleAndQuantity(checkId)[0]
