/** 0…1: below it nothing is filled, unless somebody asks for more or less. */
export const leastConfidence = 0.8;
