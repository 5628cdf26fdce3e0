/** Logistic function, 0..1: 0.5 at `middle`, 0.73 at `middle` + `width`. */
export const logistic = (value: number, middle: number, width: number): number =>
  1 / (1 + Math.exp(-(value - middle) / width))
