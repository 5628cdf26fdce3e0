/** 0..1, one half at `middle`; `width` is the distance over which it goes from 0.5 to 0.73. */
export const logistic = (value: number, middle: number, width: number): number =>
  1 / (1 + Math.exp(-(value - middle) / width))
