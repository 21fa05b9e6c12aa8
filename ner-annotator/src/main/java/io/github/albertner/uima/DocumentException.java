package io.github.albertner.uima;

import java.util.Locale;
import org.apache.uima.analysis_engine.AnalysisEngineProcessException;

/** Says which document could not be tagged, in words that need no message catalogue. */
final class DocumentException extends AnalysisEngineProcessException {
  private static final long serialVersionUID = 1;

  private final String message;

  DocumentException(String message, Throwable cause) {
    super(cause);
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }

  @Override
  public String getLocalizedMessage() {
    return message;
  }

  @Override
  public String getLocalizedMessage(Locale locale) {
    return message;
  }
}
