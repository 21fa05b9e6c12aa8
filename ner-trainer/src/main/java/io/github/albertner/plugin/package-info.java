/**
 * Training as a plug-in of OpenNLP's own tools: parameters in, a {@code SequenceStream} in, a model
 * out. {@code opennlp.albert.train} is the way in.
 *
 * <p>OpenNLP's tools say of a parameters file that one of its trainers refuses only that it is
 * invalid, and print a stack trace with every {@code IOException}. So parameters are checked when
 * training begins, and whatever a user can mend is a {@code TrainerException}, which has a message
 * of one line and no stack trace. Progress is logged, since only the command line prints.
 */
package io.github.albertner.plugin;
