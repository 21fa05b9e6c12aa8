/** What is measured: each class lines up the contenders of one question and judges the outcome. */
package io.github.albertner.benchmark.cases;
